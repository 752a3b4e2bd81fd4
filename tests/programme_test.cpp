// The programme in versions, what an edition takes, and the evening with what was moved and skipped, through pages.
#include "tests/world/world.h"
#include "training/store_card.h"
#include "training/store_programme.h"

#include <fstream>

namespace {
using visit::Role;

class Programmes : public world::InHouse {
protected:
    using Fields = std::vector<std::pair<std::string, std::string>>;
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId trainer = house.person(house.here, "Rachid Amrani", {Role::trainer}, true);
    visit::PersonId other_trainer = house.person(house.here, "Olga Anders", {Role::trainer});
    training::EditionId edition{"groep"};
    std::string const evening = "/trainingen/groep/avond/1";

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    void make(training::EditionId const& id, std::string const& place, std::chrono::hours from_now) {
        write([&](db::Write& tx) {
            training::add_edition(tx, house.random, id, {"Najaar", place, {house.clock.now() + from_now, house.clock.now() + std::chrono::hours{24 * 20}}}, coordinator, house.clock.now());
            training::add_to_edition(tx, id, trainer, "trainer", house.clock.now());
        });
    }
    static Fields two_parts(char const* version, char const* minutes, std::string const& title = "Kaarten leggen") {
        return {{"versie", version}, {"naam-0", "ontvangst"}, {"titel-0", "Soep"}, {"minuten-0", "45"}, {"soort-0", "kennismaken"}, {"naam-1", ""}, {"titel-1", title}, {"minuten-1", minutes}, {"soort-1", "training"}, {"doel-1", "Oefenen met vragen."}};
    }
};
ON_BOTH_DATABASES(Programmes);

TEST_P(Programmes, AreChangedInVersionsThatCanBeCompared) {
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/programma").says("Dit is versie 1."));
    EXPECT_TRUE(desk.get("/programma").says("De eerste ontmoeting spelen"));
    auto const refused = desk.post("/programma/avond/1", "/programma/avond/1", two_parts("1", "90"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Dit is 15 minuten te weinig."));
    EXPECT_TRUE(refused.says("Kaarten leggen")) << "what was typed stays";
    EXPECT_EQ(desk.post("/programma/avond/1", "/programma/avond/1", two_parts("1", "105")).status, 303);
    auto page = desk.get("/programma");
    EXPECT_TRUE(page.says("Dit is versie 2."));
    EXPECT_TRUE(page.says("Avond 1: ‘Soep’ heeft andere woorden."));
    EXPECT_TRUE(page.says("Avond 1: ‘Kaarten leggen’ is nieuw."));
    EXPECT_TRUE(page.says("Avond 1: ‘Pauze’ is eruit."));
    EXPECT_TRUE(page.says("De eerste ontmoeting spelen")) << "the other evening stays";
    EXPECT_EQ(desk.post("/programma/avond/1", "/programma/avond/1", two_parts("1", "105", "Te laat")).status, 422) << "someone else was first";
    EXPECT_TRUE(desk.get("/programma?versie=1").says("Ontvangst en kennismaken"));
    for (auto const* unknown : {"/programma?versie=3", "/programma?versie=0", "/programma?versie=x", "/programma/avond/3"}) EXPECT_EQ(desk.get(unknown).status, 404) << unknown;
    EXPECT_EQ(desk.post("/programma", "/programma/standaard", {}).status, 303);
    EXPECT_TRUE(desk.get("/programma").says("Dit is versie 3."));
    EXPECT_TRUE(desk.get("/programma").says("Ontvangst en kennismaken"));
    auto reader = house.as(trainer);
    EXPECT_EQ(reader.get("/programma").status, 200);
    EXPECT_FALSE(reader.get("/programma").says("/programma/avond/1"));
    EXPECT_EQ(reader.get("/programma/avond/1").status, 404);
}

TEST_P(Programmes, KeepingWhatIsThereMakesNoVersion) {
    auto desk = house.as(coordinator);
    // the standard programme, opened and sent as it stands
    for (std::size_t evening = 0; evening < 2; ++evening) {
        auto const& plan = training::standard()[evening];
        Fields all{{"versie", "1"}};
        std::size_t line = 0;
        for (auto const& part : plan.parts) {
            auto const at = std::to_string(line++);
            for (auto const& [field, value] : {std::pair<char const*, std::string>{"naam-", part.name}, {"titel-", part.title}, {"plek-", std::to_string(line)}, {"minuten-", std::to_string(part.minutes)}, {"soort-", part.informal ? "kennismaken" : "training"}, {"doel-", part.goal}, {"werkvorm-", part.form_of_work}, {"materiaal-", part.material}, {"aandacht-", part.attention}}) all.emplace_back(field + at, value);
        }
        EXPECT_EQ(desk.post("/programma", "/programma/avond/" + std::to_string(evening + 1), all).status, 303);
        EXPECT_TRUE(desk.get("/programma").says("Dit is versie 1."));
    }
    EXPECT_EQ(desk.post("/programma", "/programma/avond/1", two_parts("1", "105")).status, 303);
    ASSERT_TRUE(desk.get("/programma").says("Dit is versie 2."));
    // the same again, as the form itself would send it
    auto same = two_parts("2", "105");
    auto const form = desk.get("/programma/avond/1");
    same[5].second = form.body.substr(form.body.find("name=\"naam-1\" value=\"") + 21);
    same[5].second.erase(same[5].second.find('"'));
    EXPECT_FALSE(same[5].second.empty());
    EXPECT_EQ(desk.post("/programma/avond/1", "/programma/avond/1", same).status, 303);
    auto page = desk.get("/programma");
    EXPECT_TRUE(page.says("Er is niets veranderd."));
    EXPECT_TRUE(page.says("Dit is versie 2."));
    same[6].second = "Kaarten draaien";
    EXPECT_EQ(desk.post("/programma/avond/1", "/programma/avond/1", same).status, 303);
    EXPECT_TRUE(desk.get("/programma").says("Dit is versie 3."));
    // back to the standard programme, once
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(desk.post("/programma", "/programma/standaard", {}).status, 303);
        page = desk.get("/programma");
        EXPECT_EQ(page.says("Er is niets veranderd."), i == 1);
        EXPECT_TRUE(page.says("Dit is versie 4."));
    }
}

TEST_P(Programmes, AnEditionKeepsItsVersionUntilItTakesTheNewest) {
    make(edition, "Wijkcentrum", std::chrono::hours{48});
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/programma/avond/1", "/programma/avond/1", two_parts("1", "105")).status, 303);
    EXPECT_TRUE(desk.get(evening).says("Ontvangst en kennismaken"));
    EXPECT_TRUE(desk.get("/trainingen/groep").says("Versie 1 van het programma"));
    EXPECT_EQ(desk.post("/trainingen/groep", "/trainingen/groep/programma", {}).status, 303);
    EXPECT_TRUE(desk.get(evening).says("Kaarten leggen"));
    EXPECT_FALSE(desk.get(evening).says("Ontvangst en kennismaken"));
    auto const today = base::local_date(house.clock.now());
    Fields made{{"naam", "Winter"}, {"plaats", "Basisschool Zuid"}, {"tijd", "19.00"}};
    for (auto const& [field, day] : {std::pair{"dag1", base::later(today, 9)}, {"dag2", base::later(today, 30)}}) {
        made.emplace_back(std::string{field} + "_dag", std::to_string(static_cast<unsigned>(day.day())));
        made.emplace_back(std::string{field} + "_maand", std::to_string(static_cast<unsigned>(day.month())));
        made.emplace_back(std::string{field} + "_jaar", std::to_string(static_cast<int>(day.year())));
    }
    auto const there = desk.post("/trainingen/nieuw", "/trainingen", made);
    ASSERT_EQ(there.status, 303);
    EXPECT_TRUE(desk.get(there.location).says("Versie 2 van het programma"));
    EXPECT_TRUE(desk.get(there.location).says("Deze plaats lijkt een school."));
    EXPECT_FALSE(desk.get("/trainingen/groep").says("Deze plaats lijkt een school."));
    house.clock.pass(std::chrono::hours{49});
    EXPECT_EQ(house.as(coordinator).post("/trainingen/groep", "/trainingen/groep/programma", {}).status, 422) << "the first evening has been";
}

TEST_P(Programmes, ThePageOfAnEditionSaysWhatAGroupNeeds) {
    make(edition, "Wijkcentrum", std::chrono::hours{48});
    auto join = [&](int from, int to) {
        for (int i = from; i <= to; ++i) {
            auto const person = house.person(house.here, "Buddy " + std::to_string(i), {Role::buddy});
            write([&](db::Write& tx) { training::add_to_edition(tx, edition, person, "participant", house.clock.now()); });
        }
    };
    join(1, 2);
    auto page = house.as(coordinator).get("/trainingen/groep");
    EXPECT_TRUE(page.says("Een groep heeft minstens drie deelnemers nodig."));
    EXPECT_FALSE(page.says("om elkaar te leren kennen"));
    EXPECT_TRUE(page.says("Rachid Amrani, van buiten het samenwerkingsverband"));
    join(3, 7);
    page = house.as(coordinator).get("/trainingen/groep");
    EXPECT_FALSE(page.says("Een groep heeft minstens drie deelnemers nodig."));
    EXPECT_TRUE(page.says("Met 7 deelnemers is 65 minuten goed om elkaar te leren kennen. Het programma heeft er 45."));
}

TEST_P(Programmes, OnTheNightPartsAreMovedAndSkippedAndThatIsRemembered) {
    make(edition, "Wijkcentrum", std::chrono::hours{0});
    auto leads = house.as(trainer);
    auto const begin = text::time(base::local(house.clock.now()).time, text::Language::nl);
    EXPECT_TRUE(leads.get(evening).says("Nu: Ontvangst en kennismaken"));
    EXPECT_TRUE(leads.get(evening).says(begin));
    EXPECT_EQ(leads.post(evening, evening, {{"deel", "welkom-1"}, {"wat", "overslaan"}}).status, 303);
    EXPECT_EQ(leads.post(evening, evening, {{"deel", "samen"}, {"wat", "eerder"}}).status, 303);
    house.clock.pass(std::chrono::minutes{45});
    auto later = house.as(trainer);
    EXPECT_TRUE(later.get(evening).says("Nu: School, ouders en kind")) << "moved before the round, after what was skipped";
    EXPECT_TRUE(later.get(evening + "?deel=welkom-1").says("Toch doen"));
    EXPECT_TRUE(later.get("/trainingen/groep").says("Overgeslagen op avond 1: Welkom en doel."));
    EXPECT_TRUE(house.as(coordinator).get("/programma").says("‘Welkom en doel’ is overgeslagen in: Najaar."));
    EXPECT_FALSE(later.get("/trainingen/groep/avond/2").says("overgeslagen"));
    // the way back
    EXPECT_EQ(later.post(evening, evening, {{"deel", "welkom-1"}, {"wat", "terug"}}).status, 303);
    EXPECT_FALSE(later.get("/trainingen/groep").says("Overgeslagen op avond 1"));
    EXPECT_FALSE(later.get("/programma").says("is overgeslagen in"));
    // nothing else can be done, and by nobody else
    EXPECT_EQ(later.post(evening, evening, {{"deel", "weg"}, {"wat", "overslaan"}}).status, 404);
    EXPECT_EQ(later.post(evening, evening, {{"deel", "kaarten"}, {"wat", "wissen"}}).status, 404);
    EXPECT_EQ(later.get("/trainingen/groep/avond/3").status, 404);
    auto elsewhere = house.as(other_trainer);
    EXPECT_EQ(elsewhere.get(evening).status, 404);
    EXPECT_EQ(elsewhere.post("/programma", evening, {{"deel", "kaarten"}, {"wat", "overslaan"}}).status, 404);
    EXPECT_EQ(house.as(coordinator).post(evening, evening, {{"deel", "kaarten"}, {"wat", "overslaan"}}).status, 303);
}

TEST_P(Programmes, WhoSkippedAPartAndWhenStays) {
    make(edition, "Wijkcentrum", std::chrono::hours{0});
    auto leads = house.as(trainer);
    leads.post(evening, evening, {{"deel", "kaarten"}, {"wat", "overslaan"}});
    auto const at = house.clock.now();
    house.clock.pass(std::chrono::minutes{5});
    auto desk = house.as(coordinator);
    desk.post(evening, evening, {{"deel", "waarom"}, {"wat", "later"}});
    auto door = house.program->data().read(house.scope());
    EXPECT_EQ(door->one<std::string>("select skipped_by from evening_parts where part = 'kaarten'"), trainer.value());
    EXPECT_EQ(door->one<base::Moment>("select skipped_at from evening_parts where part = 'kaarten'"), at);
}

TEST_P(Programmes, CardsStandOneByOneAndThePartnershipAddsItsOwn) {
    make(edition, "Wijkcentrum", std::chrono::hours{48});
    auto leads = house.as(trainer);
    std::string const deck = "/trainingen/groep/kaarten";
    auto const standard = training::standard_cards().size();
    auto page = leads.get(deck);
    EXPECT_TRUE(page.says("Wat zeg je? Wat vraag je? Waarom?"));
    EXPECT_TRUE(page.says("1 van " + std::to_string(standard)));
    EXPECT_FALSE(page.says("Vorige kaart"));
    EXPECT_TRUE(page.says("rel=\"next\" href=\"" + deck + "?kaart=2\""));
    for (auto const* off : {"?kaart=0", "?kaart=999", "?kaart=x"}) EXPECT_EQ(leads.get(deck + off).status, 200) << off;
    EXPECT_FALSE(leads.get(deck + "?kaart=999").says("Volgende kaart"));
    EXPECT_EQ(house.as(other_trainer).get(deck).status, 404);
    EXPECT_EQ(house.as(other_trainer).get(deck + "/pdf").status, 404);
    EXPECT_EQ(leads.get("/kaarten").status, 404) << "the coordinator's";

    auto desk = house.as(coordinator);
    std::string many;
    for (int i = 0; i < 81; ++i) many += "ja ";
    auto const refused = desk.post("/kaarten", "/kaarten", {{"soort", "quote"}, {"woorden", many}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Dit zijn 81 woorden."));
    EXPECT_EQ(desk.post("/kaarten", "/kaarten", {{"soort", "school_yard"}, {"woorden", "Een bal rolt weg."}}).status, 303);
    auto const last = deck + "?kaart=" + std::to_string(standard + 1);
    EXPECT_TRUE(leads.get(last).says("Een bal rolt weg."));
    auto const id = training::own_cards(*house.program->data().read(house.scope())).front().id.value();
    EXPECT_EQ(desk.post("/kaarten/" + id, "/kaarten/" + id, {{"soort", "case"}, {"woorden", ""}}).status, 422);
    EXPECT_EQ(desk.post("/kaarten/" + id, "/kaarten/" + id, {{"soort", "case"}, {"woorden", "Een bal komt terug."}}).status, 303);
    EXPECT_TRUE(leads.get(last).says("Een bal komt terug."));
    EXPECT_TRUE(leads.get(last).says("Casus"));
    auto const print = leads.get(deck + "/pdf");
    EXPECT_EQ(print.status, 200);
    EXPECT_TRUE(print.body.starts_with("%PDF"));
    EXPECT_EQ(desk.post("/kaarten/" + id, "/kaarten/" + id + "/weg", {}).status, 303);
    EXPECT_FALSE(leads.get(last).says("Een bal komt terug."));
    EXPECT_EQ(desk.get("/kaarten/" + id).status, 404);
}

TEST_P(Programmes, AStandardCardIsPutAsideAndUsedAgainAndOneCardStays) {
    make(edition, "Wijkcentrum", std::chrono::hours{48});
    auto leads = house.as(trainer), desk = house.as(coordinator);
    std::string const deck = "/trainingen/groep/kaarten";
    auto const& cards = training::standard_cards();
    auto put_aside = [&](std::string const& card) { return desk.post("/kaarten", "/standaardkaarten/weg", {{"kaart", card}}); };
    EXPECT_EQ(put_aside(cards[0].name).status, 303);
    EXPECT_TRUE(desk.get("/kaarten").says("(weggelegd)"));
    EXPECT_TRUE(desk.get("/kaarten").says("Toch gebruiken"));
    auto page = leads.get(deck);
    EXPECT_TRUE(page.says("1 van " + std::to_string(cards.size() - 1)));
    EXPECT_FALSE(page.says(cards[0].text.words));
    EXPECT_TRUE(page.says(cards[1].text.words));
    auto pages = [&] {
        auto const print = leads.get(deck + "/pdf").body;
        std::ofstream{house.file("kaarten.pdf"), std::ios::binary} << print;
        std::unique_ptr<FILE, decltype(&pclose)> pipe{popen(("pdftotext -raw " + house.file("kaarten.pdf") + " -").c_str(), "r"), pclose};
        std::string all;
        for (std::array<char, 4096> part{}; auto count = fread(part.data(), 1, part.size(), pipe.get());) all.append(part.data(), count);
        return all;
    };
    EXPECT_EQ(pages().find("een zeur"), std::string::npos);
    EXPECT_NE(pages().find("Wie heeft er nu gelijk"), std::string::npos);
    // for who keeps cards only, and only for cards there are
    EXPECT_EQ(leads.post(deck, "/standaardkaarten/weg", {{"kaart", cards[1].name}}).status, 404);
    EXPECT_EQ(put_aside("niets").status, 404);
    for (std::size_t i = 1; i + 1 < cards.size(); ++i) EXPECT_EQ(put_aside(cards[i].name).status, 303);
    auto const refused = put_aside(cards.back().name);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Dit is de laatste kaart."));
    EXPECT_TRUE(leads.get(deck).says("1 van 1"));
    // an own card may be the one that stays, and then stays
    EXPECT_EQ(desk.post("/kaarten", "/kaarten", {{"soort", "quote"}, {"woorden", "Een bal rolt weg."}}).status, 303);
    EXPECT_EQ(put_aside(cards.back().name).status, 303);
    EXPECT_TRUE(leads.get(deck).says("Een bal rolt weg."));
    auto const id = training::own_cards(*house.program->data().read(house.scope())).front().id.value();
    EXPECT_EQ(desk.post("/kaarten/" + id, "/kaarten/" + id + "/weg", {}).status, 422);
    EXPECT_EQ(desk.post("/kaarten", "/standaardkaarten/terug", {{"kaart", cards[0].name}}).status, 303);
    EXPECT_TRUE(leads.get(deck).says(cards[0].text.words));
    EXPECT_EQ(desk.post("/kaarten/" + id, "/kaarten/" + id + "/weg", {}).status, 303);
    EXPECT_TRUE(leads.get(deck).says("1 van 1"));
    // another partnership has its own deck
    auto other = house.as(house.person(house.there, "Anna Daar", {Role::coordinator}));
    EXPECT_FALSE(other.get("/kaarten").says("(weggelegd)"));
}

} // namespace

// Another reader at the parent's wish: not a word reaches the coordinator, and the reader gets what the coordinator gets, for this parent only.
#include "confidentiality/store_access_log.h"
#include "matching/store_matching.h"
#include "people/store_reader.h"
#include "tests/world/asking.h"

#include <regex>

namespace {
using visit::Role;

class Reader : public world::Asking {
protected:
    visit::PersonId trainer = house.person(house.here, "Tess Dijk", {Role::trainer});
    visit::PersonId other_trainer = house.person(house.here, "Otto Anders", {Role::trainer});

    /// The word behind a name in the choice of readers.
    std::string word_of(world::Page const& page, std::string const& name) {
        std::smatch found;
        auto const at = page.body.find(name + ". Deze persoon");
        if (at == std::string::npos) return {};
        auto const rest = page.body.substr(at, 800);
        return std::regex_search(rest, found, std::regex{"name=\"lezer\" value=\"([A-Za-z0-9_-]*)\""}) ? found[1].str() : std::string{};
    }
    Fields secret = least({{"woorden", "Kanarie-een."}, {"gevoelig", "Kanarie-twee."}, {"mail", "kanarie@voorbeeld.test"}, {"taal", "Kanariedrie"}, {"wanneer", "Kanarie-vier"}}, "Kanarina");
    /// Asks with this person as the reader.
    world::Page asks_with(std::string const& reader) {
        auto parent = house.stranger();
        auto const page = to_overview(parent, parent.get("/buddy-vragen/vragen"), secret);
        auto fields = secret;
        fields.emplace_back("lezer", word_of(page, reader));
        return press(parent, page, fields);
    }
    /// Every page of lists and of this request that this person can reach, and what they say of it.
    std::string crawl(visit::PersonId const& who) {
        auto visitor = house.as(who);
        std::string all;
        auto const id = newest().id.value();
        for (auto const& path : {std::string{"/vandaag"}, std::string{"/hulpvragen"}, std::string{"/hulpvragen?stand=beantwoorden"}, std::string{"/hulpvragen?zoek=kanar"}, "/hulpvragen/" + id, "/hulpvragen/" + id + "/verhelderen", "/hulpvragen/" + id + "/stoppen", "/hulpvragen/" + id + "/buddys", std::string{"/hulpvragen/andere-lezer"}, std::string{"/trajecten"}, std::string{"/buddys"}, std::string{"/aanmeldingen"}, std::string{"/waarneming"}, std::string{"/waarneming/nieuw"}, "/berichten/" + newest_parent().value(), std::string{"/cijfers"}}) all += visitor.get(path).body;
        return all;
    }
};
ON_BOTH_DATABASES(Reader);

TEST_P(Reader, TheCoordinatorSeesNotAWordAndOneRowThatNamesTheReader) {
    ASSERT_EQ(asks_with("Tess Dijk").location, "/buddy-vragen/bedankt?lezer=1");
    auto const entry = newest();
    EXPECT_EQ(people::reader_of(*read(), entry.person), trainer);
    auto const seen = crawl(coordinator);
    for (auto const* canary : {"anarie", "Kanarina", "anarina"}) EXPECT_EQ(seen.find(canary), std::string::npos) << canary;
    EXPECT_EQ(seen.find(entry.id.value()), std::string::npos) << "not even its id";
    auto desk = house.as(coordinator);
    auto const today = desk.get("/vandaag");
    EXPECT_TRUE(today.says("Leest voor een ouder in plaats van de coördinator"));
    EXPECT_TRUE(today.says("Tess Dijk"));
    auto const page = "/hulpvragen/" + entry.id.value();
    EXPECT_EQ(desk.get(page).status, 404);
    for (auto const* act : {"/beantwoord", "/verhelderen", "/akkoord", "/stoppen", "/voorstel"}) EXPECT_EQ(desk.post("/vandaag", page + act, {{"reden", "withdrawn"}, {"buddy", "wie"}}).status, 404) << act;
    EXPECT_TRUE(newest().open() && !newest().answered_at);
    EXPECT_TRUE(desk.get("/hulpvragen/andere-lezer").says("Tess Dijk"));
    EXPECT_NE(crawl(trainer).find("Kanarie-een."), std::string::npos) << "the crawl finds what may be seen";
}

TEST_P(Reader, HandlesThisRequestAndNothingElse) {
    auto plain = house.stranger();
    ASSERT_EQ(asks(plain, least({{"woorden", "Een ander verhaal."}, {"mail", "petra@voorbeeld.test"}}, "Petra")).location, "/buddy-vragen/bedankt");
    auto const other = newest();
    house.clock.pass(std::chrono::seconds{60});
    ASSERT_EQ(asks_with("Tess Dijk").location, "/buddy-vragen/bedankt?lezer=1");
    work();
    EXPECT_TRUE(std::any_of(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.text.find("om iets te lezen") != std::string::npos && mail.text.find("anari") == std::string::npos; })) << "the reader hears of it, without a word of it";
    auto const entry = newest();
    auto reader = house.as(trainer);
    auto const page = "/hulpvragen/" + entry.id.value();
    EXPECT_EQ(house.as(trainer, false).get(page).location, "/tweede-stap");
    auto const today = reader.get("/vandaag");
    EXPECT_TRUE(today.says("Kanarina"));
    EXPECT_FALSE(today.says("Petra"));
    EXPECT_FALSE(today.says("Leest voor een ouder in plaats van de coördinator"));
    EXPECT_FALSE(reader.get("/hulpvragen").says("Petra"));
    EXPECT_EQ(reader.get("/hulpvragen/" + other.id.value()).status, 404);
    for (auto const* path : {"/aanmeldingen", "/buddys", "/werving", "/taken", "/waarneming", "/hulpvragen/nieuw", "/gesprekken"}) EXPECT_EQ(reader.get(path).status, 404) << path;
    EXPECT_EQ(reader.get("/trainingen").status, 200) << "the own task stays";
    EXPECT_EQ(reader.post(page, page + "/beantwoord", {}).status, 303);
    EXPECT_EQ(reader.post(page + "/verhelderen", page + "/verhelderen", {{"situatie", "gesprek"}, {"ervaring", "none"}, {"tekst", "Een ouder wil een gesprek voorbereiden."}}).status, 303);
    EXPECT_EQ(reader.post(page, page + "/akkoord", {}).status, 303);
    EXPECT_EQ(reader.get(page + "/buddys").status, 200);
    auto const looks = confidentiality::looks_at(*read(), entry.person);
    EXPECT_TRUE(std::any_of(looks.begin(), looks.end(), [&](auto const& look) { return look.actor == trainer.value() && look.role == confidentiality::chosen_reader; }));
    EXPECT_TRUE(house.as(entry.person).get("/mijn-gegevens/wie-keek").says("lezer naar uw keuze"));
    EXPECT_EQ(house.as(other_trainer).get(page).status, 404);
    EXPECT_EQ(house.as(other_trainer).get("/vandaag").status, 404);
    house.program->data().write(house.scope(), [&](db::Write& tx) { people::end_role(tx, trainer, Role::trainer, house.clock.now()); });
    EXPECT_EQ(house.as(trainer).get(page).status, 404) << "who has no task any more reads nothing";
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Een ouder koos een lezer die dit niet meer kan"));
    work();
    house.mails.clear();
    EXPECT_EQ(house.as(coordinator).post("/hulpvragen/andere-lezer", "/hulpvragen/andere-lezer", {}).status, 303);
    work();
    EXPECT_EQ(house.mails.size(), 1U);
}

TEST_P(Reader, TheParentChangesItAndNobodyReadsByAnOldChoice) {
    ASSERT_EQ(asks_with("Tess Dijk").location, "/buddy-vragen/bedankt?lezer=1");
    work();
    auto const entry = newest();
    auto const page = "/hulpvragen/" + entry.id.value();
    auto parent = house.as(entry.person);
    EXPECT_TRUE(parent.get("/mijn/vraag").says("Tess Dijk"));
    auto const form = parent.get("/mijn/vraag/lezer");
    EXPECT_FALSE(form.says(trainer.value())) << "no ids of people with a task";
    EXPECT_EQ(parent.post("/mijn/vraag/lezer", "/mijn/vraag/lezer", {{"lezer", "verzonnen"}}).status, 422);
    EXPECT_EQ(parent.post("/mijn/vraag/lezer", "/mijn/vraag/lezer", {{"lezer", word_of(form, "Otto Anders")}}).status, 303);
    EXPECT_EQ(house.as(trainer).get(page).status, 404);
    EXPECT_EQ(house.as(other_trainer).get(page).status, 200);
    EXPECT_EQ(house.as(coordinator).get(page).status, 404);
    EXPECT_EQ(parent.post("/mijn/vraag/lezer", "/mijn/vraag/lezer", {{"lezer", ""}}).status, 303);
    EXPECT_EQ(house.as(other_trainer).get(page).status, 404);
    EXPECT_TRUE(house.as(coordinator).get(page).says("Kanarie-een."));
}

TEST_P(Reader, OfTwoCoordinatorsOneMayBeChosenAndWithNobodyTheNumberIsGiven) {
    auto const second = house.person(house.here, "Nel Vos", {Role::coordinator});
    ASSERT_EQ(asks_with("Nel Vos").location, "/buddy-vragen/bedankt?lezer=1");
    auto const page = "/hulpvragen/" + newest().id.value();
    EXPECT_EQ(house.as(coordinator).get(page).status, 404);
    EXPECT_TRUE(house.as(second).get(page).says("Kanarie-een."));
    EXPECT_EQ(house.as(second).get("/aanmeldingen").status, 200) << "and stays a coordinator";
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        for (auto const& gone : {trainer, other_trainer}) people::end_role(tx, gone, Role::trainer, house.clock.now());
        people::end_role(tx, second, Role::coordinator, house.clock.now());
    });
    EXPECT_TRUE(house.stranger().get("/buddy-vragen").says("Nu is er niemand anders die mag lezen."));
    auto parent = house.stranger();
    auto const overview = to_overview(parent, parent.get("/buddy-vragen/vragen"), secret);
    EXPECT_TRUE(overview.says("Nu is er niemand anders die mag lezen."));
    EXPECT_FALSE(overview.says("name=\"lezer\""));
}

TEST_P(Reader, SeesNothingOfHowBuddiesWhoWaitAreDoing) {
    ASSERT_EQ(asks_with("Tess Dijk").location, "/buddy-vragen/bedankt?lezer=1");
    auto const waits = house.person(house.here, "Wacht Buddy", {Role::buddy});
    write([&](db::Write& tx) { tx.run("insert into check_ins (id, partnership, person, number, asked_at, by_phone, well, better, fits, goes_on, wants_call, answered_at) values ('gevraagd', :p, :who, 1, :now, 0, '', '', 'ja', 'ja', 0, :now)", house.here, waits, house.clock.now()); });
    EXPECT_EQ(house.as(trainer).get("/hoe-gaat-het/gevraagd").status, 404);
    EXPECT_FALSE(house.as(trainer).get("/hoe-gaat-het").says("Wacht Buddy"));
    EXPECT_FALSE(house.as(trainer).get("/vandaag").says("Wacht Buddy"));
    EXPECT_EQ(house.as(coordinator).get("/hoe-gaat-het/gevraagd").status, 200);
}

TEST_P(Reader, ADeputyDoesNotReadItEither) {
    ASSERT_EQ(asks_with("Tess Dijk").location, "/buddy-vragen/bedankt?lezer=1");
    auto const today = base::local_date(house.clock.now());
    write([&](db::Write& tx) { people::add(tx, base::new_id<people::Deputyship>(house.random), coordinator, other_trainer, {today, base::later(today, 3)}, {newest_parent()}, coordinator, house.clock.now()); });
    auto const page = "/hulpvragen/" + newest().id.value();
    EXPECT_EQ(house.as(other_trainer).get(page).status, 404);
    EXPECT_FALSE(house.as(other_trainer).get("/hulpvragen").says("rust tijdens waarneming"));
    EXPECT_EQ(house.as(trainer).get(page).status, 200);
}

TEST_P(Reader, OnlyWhoMayAlsoStandInCanBeChosen) {
    house.person(house.here, "Sara School", {Role::trainer, Role::school_contact});
    house.person(house.here, "Ada Beheer", {Role::administrator});
    auto parent = house.stranger();
    auto const page = to_overview(parent, parent.get("/buddy-vragen/vragen"), secret);
    EXPECT_TRUE(page.says("Tess Dijk"));
    for (auto const* name : {"Sara School", "Ada Beheer"}) EXPECT_FALSE(page.says(name)) << name;
}

TEST_P(Reader, ReadsAndWritesToNobodyButTheParentWhoChose) {
    ASSERT_EQ(asks_with("Tess Dijk").status, 303);
    auto const bea = house.person(house.here, "Bea Buddy", {Role::buddy});
    auto reader = house.as(trainer), desk = house.as(coordinator);
    ASSERT_EQ(desk.post("/berichten/" + bea.value(), "/berichten/" + bea.value(), {{"bericht", "Kanariebericht aan Bea."}}).status, 303);
    EXPECT_EQ(reader.get("/berichten/" + bea.value()).status, 404);
    EXPECT_EQ(reader.post("/vandaag", "/berichten/" + bea.value(), {{"bericht", "Van de lezer."}}).status, 404);
    EXPECT_EQ(reader.get("/berichten/" + newest_parent().value()).status, 200);
}

} // namespace

// What a parent asks and wishes: times in a grid, only a question, changing, resting; through the pages.
#include "help_request/store_help_request.h"
#include "matching/store_matching.h"
#include "tests/world/world.h"

#include <regex>

namespace {
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

class Wishes : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});

    /// Goes through the questions one by one, giving each the fields that are on it.
    world::Page asks(world::Visitor& parent, std::vector<Fields> const& answers) {
        auto page = parent.get("/buddy-vragen/vragen");
        for (auto const& fields : answers) {
            house.clock.pass(std::chrono::seconds{5});
            http::Fields all;
            for (auto const* name : {"_csrf", "_once", "_moment", "_vraag", "_antwoorden"}) all.add(name, page.hidden(name));
            for (auto const& [name, value] : fields) all.add(name, value);
            page = parent.send("POST", "/buddy-vragen/vragen", http::form_text(all));
        }
        return page;
    }
    visit::PersonId parent() { return visit::PersonId{house.program->data().read(house.scope())->one<std::string>("select person from help_requests order by asked_at desc limit 1").value_or("")}; }
    world::Visitor as_parent() {
        auto const id = parent();
        return house.as(id);
    }
    std::int64_t count(std::string const& sql) { return house.program->data().read(house.scope())->one<std::int64_t>(sql).value_or(-1); }
};
ON_BOTH_DATABASES(Wishes);

TEST_P(Wishes, TimesAndSchoolAreAskedAndMayBeSkipped) {
    auto stranger = house.stranger();
    std::vector<Fields> answers{{{"situatie", "gesprek"}, {"woorden", ""}}, {}, {{"manier", "bellen"}, {"taal", "Nederlands"}}, {{"tijd-ma", "ma-avond"}, {"tijd-wo", "wo-ochtend"}, {"tijd-wo", "wo-avond"}, {"tijd-vakantie", "ja"}}, {{"postcode", "4201"}}, {{"eigen_school", "rather_not"}}, {{"naam", "Vera"}, {"telefoon", "06 12345678"}, {"mail", ""}, {"wanneer", ""}}, {{"kanaal", "poster"}, {"akkoord", "ja"}, {"contact", "ja"}}};
    EXPECT_EQ(asks(stranger, answers).location, "/buddy-vragen/bedankt");
    auto const entry = help_request::newest_of(*house.program->data().read(house.scope()), parent());
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->times, "ma-avond wo-ochtend wo-avond geen-vakantie");
    EXPECT_EQ(entry->own_school, help_request::OwnSchool::rather_not);
    auto const page = house.as(coordinator).get("/hulpvragen/" + entry->id.value());
    EXPECT_TRUE(page.says("woensdag: ’s ochtends vroeg, ’s avonds"));
    EXPECT_TRUE(page.says("nee, liever niet"));
    answers[3].clear();
    auto other = house.stranger();
    EXPECT_EQ(asks(other, answers).location, "/buddy-vragen/bedankt") << "nothing has to be said of times";
}

TEST_P(Wishes, OnlyAQuestionIsAnsweredOrBecomesARequest) {
    auto stranger = house.stranger();
    auto asked = [&](Fields const& fields) {
        auto const page = stranger.get("/alleen-een-vraag");
        house.clock.pass(std::chrono::seconds{5});
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_moment"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : fields) all.add(name, value);
        return stranger.send("POST", "/alleen-een-vraag", http::form_text(all));
    };
    EXPECT_EQ(asked({{"woorden", ""}, {"naam", "Vera"}, {"telefoon", "06 12345678"}, {"akkoord", "ja"}}).status, 422);
    EXPECT_EQ(asked({{"woorden", "Wat is een overleg?"}, {"naam", "Vera"}, {"telefoon", "06 12345678"}}).status, 422) << "without a yes to being read";
    EXPECT_EQ(asked({{"woorden", "Wat is een overleg?"}, {"naam", "Vera"}, {"akkoord", "ja"}}).status, 422) << "no way to answer";
    EXPECT_EQ(asked({{"woorden", "Wat is een overleg?"}, {"naam", "Vera"}, {"telefoon", "06 12345678"}, {"akkoord", "ja"}}).location, "/alleen-een-vraag/bedankt");
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("Heeft alleen een vraag: geef antwoord"));
    auto const entry = *help_request::newest_of(*house.program->data().read(house.scope()), parent());
    auto const page = "/hulpvragen/" + entry.id.value();
    EXPECT_TRUE(desk.get(page).says("Wat is een overleg?"));
    EXPECT_EQ(desk.post(page, page + "/hulpvraag", {}).status, 303);
    EXPECT_EQ(desk.post(page, page + "/antwoord", {}).status, 404) << "it is a request for a buddy now";
    EXPECT_TRUE(desk.get("/vandaag").says("Vraag verhelderen"));
    EXPECT_EQ(asked({{"woorden", "Nog iets."}, {"naam", "Wim"}, {"telefoon", "06 12345679"}, {"akkoord", "ja"}}).status, 303);
    auto const second = *help_request::newest_of(*house.program->data().read(house.scope()), parent());
    auto const its = "/hulpvragen/" + second.id.value();
    EXPECT_EQ(desk.post(its, its + "/antwoord", {}).status, 303);
    EXPECT_EQ(count("select count(*) from help_requests where end_reason = 'answered' and answered_at is not null"), 1);
    EXPECT_FALSE(desk.get("/vandaag").says(its));
}

TEST_P(Wishes, TheParentChangesRestsAndGoesOn) {
    auto stranger = house.stranger();
    asks(stranger, {{{"situatie", "gesprek"}, {"woorden", "Mijn verhaal."}}, {}, {{"manier", "bellen"}, {"taal", "Nederlands"}}, {{"tijd-ma", "ma-avond"}}, {{"postcode", "4201"}}, {}, {{"naam", "Vera"}, {"telefoon", ""}, {"mail", "vera@voorbeeld.test"}}, {{"kanaal", "poster"}, {"akkoord", "ja"}, {"contact", "ja"}}});
    while (house.program->run_jobs() > 0) {}
    auto who = as_parent();
    EXPECT_TRUE(who.get("/mijn/vraag").says("maandag: ’s avonds"));
    EXPECT_TRUE(who.get("/mijn/vraag/wijzigen").says("Mijn verhaal."));
    EXPECT_EQ(who.post("/mijn/vraag/wijzigen", "/mijn/vraag/wijzigen", {{"woorden", "Anders."}, {"manier", "video"}, {"taal", "Turks"}, {"postcode", "99"}}).status, 422);
    EXPECT_EQ(who.post("/mijn/vraag/wijzigen", "/mijn/vraag/wijzigen", {{"situatie", "thuis"}, {"woorden", "Anders."}, {"manier", "video"}, {"taal", "Turks"}, {"postcode", "4202"}, {"tijd-weekend", "ja"}}).status, 303);
    auto const page = who.get("/mijn/vraag");
    EXPECT_TRUE(page.says("Anders."));
    EXPECT_TRUE(page.says("in het weekend"));
    EXPECT_FALSE(page.says("maandag"));
    EXPECT_EQ(count("select count(*) from help_requests where own_words like '%Anders%'"), 0) << "sealed";
    // resting
    house.program->data().write(house.scope(), [&](db::Write& tx) { tx.run("update help_requests set clarified_at = asked_at, answered_at = asked_at, text_approved_at = asked_at where partnership = :partnership", house.here); });
    auto const today = base::local_date(house.clock.now());
    auto until = [&](base::Date day) { return Fields{{"tot_dag", std::to_string(static_cast<unsigned>(day.day()))}, {"tot_maand", std::to_string(static_cast<unsigned>(day.month()))}, {"tot_jaar", std::to_string(static_cast<int>(day.year()))}}; };
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Zoek een buddy en stel voor"));
    EXPECT_EQ(who.post("/mijn/vraag/rusten", "/mijn/vraag/rusten", until(today)).status, 422);
    EXPECT_EQ(who.post("/mijn/vraag/rusten", "/mijn/vraag/rusten", until(base::later(today, 400))).status, 422);
    EXPECT_EQ(who.post("/mijn/vraag/rusten", "/mijn/vraag/rusten", until(base::later(today, 20))).status, 303);
    EXPECT_TRUE(who.get("/mijn/vraag").says("Uw vraag rust tot"));
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("Zoek een buddy en stel voor"));
    auto const id = house.program->data().read(house.scope())->one<std::string>("select id from help_requests").value_or("");
    EXPECT_TRUE(house.as(coordinator).get("/hulpvragen/" + id + "/buddys").says("Rust op verzoek van de ouder"));
    EXPECT_EQ(house.as(coordinator).post("/hulpvragen/" + id, "/hulpvragen/" + id + "/voorstel", {{"buddy", "wie"}}).status, 422);
    EXPECT_EQ(who.post("/mijn/vraag", "/mijn/vraag/verder", {}).status, 303);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Zoek een buddy en stel voor"));
    EXPECT_EQ(who.post("/mijn/vraag/stoppen", "/mijn/vraag/stoppen", {}).status, 303);
    EXPECT_TRUE(who.get("/mijn/vraag/wijzigen").says("U heeft nu geen open vraag."));
}

TEST_P(Wishes, AProposalIsRemindedOfOnceForEachAndLapses) {
    auto const buddy = house.person(house.here, "Bea Bakker", {Role::buddy}), parent = house.person(house.here, "Vera Ouder", {Role::asking_parent});
    auto write = [&](std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); };
    auto round = [&] {
        house.mails.clear();
        house.program->go_round();
        while (house.program->run_jobs() > 0) {}
        return house.mails.size();
    };
    write([&](db::Write& tx) {
        tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, own_words, when_words, asked_at, answered_at, clarified_at, short_text, text_approved_at, version) values ('een', :partnership, :person, 'buddy', 'poster', '', '', '', '', '', :now, :now, :now, '', :now, 1)", house.here, parent, house.clock.now());
        ASSERT_TRUE(matching::propose(tx, matching::ProposalId{"voorstel"}, help_request::HelpRequestId{"een"}, buddy, "", coordinator, house.clock.now()));
    });
    house.clock.pass(std::chrono::hours{24 * 3});
    EXPECT_EQ(round(), 0U);
    house.clock.pass(std::chrono::hours{24});
    EXPECT_EQ(round(), 1U) << "the buddy hears of it again on the fourth day";
    EXPECT_EQ(round(), 0U) << "once";
    write([&](db::Write& tx) { EXPECT_TRUE(matching::answer_as_buddy(tx, matching::ProposalId{"voorstel"}, buddy, matching::Answer::yes, house.clock.now())); });
    house.clock.pass(std::chrono::hours{24 * 4});
    EXPECT_EQ(round(), 1U) << "now the parent";
    EXPECT_EQ(count("select count(*) from proposals where ended_at is null"), 1);
    write([&](db::Write& tx) { help_request::rest(tx, help_request::HelpRequestId{"een"}, base::later(base::local_date(house.clock.now()), 30)); });
    house.clock.pass(std::chrono::hours{24 * 5});
    EXPECT_EQ(round(), 0U);
    EXPECT_EQ(count("select count(*) from proposals where ended_at is null"), 1) << "who rests is not hurried";
    write([&](db::Write& tx) { help_request::rest(tx, help_request::HelpRequestId{"een"}, {}); });
    round();
    EXPECT_EQ(count("select count(*) from proposals where ended_at is null"), 0) << "after seven days it lapses";
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Zoek een buddy en stel voor"));
}

TEST_P(Wishes, AnOfferIsConfirmedWithOneTapAfterThreeMonths) {
    auto const buddy = house.person(house.here, "Bea Bakker", {Role::buddy});
    Fields const offer{{"manier", "bellen"}, {"taal", "Nederlands"}, {"woonplaats", "Wiel"}, {"geeft", "phone"}, {"ruimte", "1"}, {"tijd-di", "di-avond"}, {"afstand", "15"}, {"auto", "ja"}, {"eigen_school", "rather_not"}};
    auto wrong = offer;
    wrong[6].second = "ver";
    EXPECT_EQ(house.as(buddy).post("/mijn/aanbod", "/mijn/aanbod", wrong).status, 422);
    EXPECT_EQ(house.as(buddy).post("/mijn/aanbod", "/mijn/aanbod", offer).status, 303);
    auto const kept = matching::offer_of(*house.program->data().read(house.scope()), buddy);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->times, "di-avond");
    EXPECT_EQ(kept->distance_km, 15);
    EXPECT_TRUE(kept->car);
    EXPECT_EQ(kept->own_school, help_request::OwnSchool::rather_not);
    EXPECT_FALSE(house.as(buddy).get("/mijn/aanbod").says("Ja, dit klopt nog"));
    auto asked = [&] {
        house.program->go_round();
        house.program->run_jobs(1000);
        return count("select count(*) from offers where asked_at is not null");
    };
    house.clock.pass(std::chrono::hours{24 * 91});
    EXPECT_EQ(asked(), 0);
    house.clock.pass(std::chrono::hours{24});
    EXPECT_EQ(asked(), 1);
    house.mails.clear();
    asked();
    EXPECT_TRUE(house.mails.empty()) << "once";
    EXPECT_TRUE(house.as(buddy).get("/mijn/aanbod").says("Ja, dit klopt nog"));
    EXPECT_EQ(house.as(buddy).post("/mijn/aanbod", "/mijn/aanbod/klopt", {}).status, 303);
    EXPECT_FALSE(house.as(buddy).get("/mijn/aanbod").says("Ja, dit klopt nog"));
    EXPECT_EQ(matching::offer_of(*house.program->data().read(house.scope()), buddy)->times, "di-avond") << "nothing else changes";
}

} // namespace

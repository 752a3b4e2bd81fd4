// Standing in for a coordinator, through pages: told first, resting stays shut, the log says deputy, and rights end by the clock.
#include "account/store_accounts.h"
#include "app/erasure.h"
#include "confidentiality/store_access_log.h"
#include "help_request/store_help_request.h"
#include "matching/store_matching.h"
#include "people/store_deputyship.h"
#include "tests/world/world.h"

namespace {
using visit::Role;
using world::Visitor;
using namespace std::chrono_literals;

class Deputy : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId trainer = house.person(house.here, "Tess Dijk", {Role::trainer});
    struct Asked {
        visit::PersonId person;
        help_request::HelpRequestId request;
    };
    Asked petra = asks("Petra", "petra@voorbeeld.test", "De gesprekken op school lopen vast.");
    Asked quinn = asks("Quinn", "quinn@voorbeeld.test", "Niemand belt mij terug.");

    Asked asks(std::string const& name, std::string const& mail, std::string const& words) {
        Asked made{base::new_id<people::Person>(house.random), base::new_id<help_request::HelpRequest>(house.random)};
        auto& services = house.program->services();
        services.keys.create(made.person);
        auto asked = help_request::ask({{name, mail, "06 55 66 77 88"}, {help_request::Situation::tension}, words, {help_request::Way::call}, "Nederlands", "na half negen", "4201", recruitment::Channel::website, true, true});
        services.data.write(house.scope(), [&](db::Write& tx) { help_request::add(tx, services.keys, made.request, made.person, help_request::Kind::buddy, *asked, text::Language::nl, "", house.clock.now()); });
        services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_membership(hall, account::add_account(hall, services.keys, house.random, mail.empty() ? name + "@geen.test" : mail, house.clock.now()), house.here, made.person); });
        return made;
    }
    base::Date today() { return base::local_date(house.clock.now()); }
    std::vector<std::pair<std::string, std::string>> form(visit::PersonId const& who, int first, int last, bool unexpected = false) {
        html::Values values;
        reception::put_date(values, "vanaf", base::later(today(), first));
        reception::put_date(values, "tot", base::later(today(), last));
        std::vector<std::pair<std::string, std::string>> fields{{"wie", who.value()}, {"onverwacht", unexpected ? "ja" : ""}};
        for (auto const& [name, value] : values) fields.emplace_back(name, value);
        return fields;
    }
    world::Page makes(visit::PersonId const& who, int first, int last, bool unexpected = false) { return house.as(coordinator).post("/waarneming/nieuw", "/waarneming", form(who, first, last, unexpected)); }
    people::DeputyRow row() { return people::deputyships(*house.program->data().read(house.scope()), today()).front(); }
    void days_pass(int days) { house.clock.set(house.clock.now() + std::chrono::hours{24 * days}); }
    /// The deputy stands in from today on, and everyone was told.
    Visitor standing_in() {
        EXPECT_EQ(makes(trainer, 0, 4, true).status, 303);
        house.program->run_jobs();
        return house.as(trainer);
    }
    std::string page_of(Asked const& asked) { return "/hulpvragen/" + asked.request.value(); }
    void rests(Asked const& asked, bool yes = true) { EXPECT_EQ(house.as(asked.person).post("/mijn/vraag", "/mijn/vraag/rust", {{"rust", yes ? "ja" : "nee"}}).location, "/mijn/vraag"); }
};
ON_BOTH_DATABASES(Deputy);

TEST_P(Deputy, ReadsFromTheFirstDayToTheEndOfTheLastAlsoInASessionThatGoesOn) {
    ASSERT_EQ(makes(trainer, 1, 2).status, 303);
    auto session = house.as(trainer);
    EXPECT_EQ(session.get(page_of(petra)).status, 404) << "not before the first day";
    EXPECT_EQ(session.get("/vandaag").status, 404);
    house.clock.set(base::moment_of({base::later(today(), 1), 0h}));
    EXPECT_TRUE(house.as(trainer).get(page_of(petra)).says("lopen vast"));
    house.clock.set(base::moment_of({base::later(today(), 1), 23h + 59min}));
    auto last = house.as(trainer);
    EXPECT_TRUE(last.get("/vandaag").says("Je neemt waar voor Ineke Vos"));
    house.clock.set(house.clock.now() + 1min);
    EXPECT_EQ(last.get("/vandaag").status, 404) << "the clock ends it";
    EXPECT_EQ(last.get(page_of(petra)).status, 404);
    EXPECT_EQ(last.get("/trainingen").status, 200) << "the own task stays";
}

TEST_P(Deputy, NeedsTheSecondFactor) {
    standing_in();
    EXPECT_EQ(house.as(trainer, false).get("/vandaag").location, "/tweede-stap");
    EXPECT_EQ(house.as(trainer).get("/vandaag").status, 200);
}

TEST_P(Deputy, LeavesTasksDeputiesAndIndependenceToTheCoordinator) {
    auto waits = house.person(house.here, "Nora Nieuw", {Role::director});
    house.program->data().write(house.scope(), [&](db::Write& tx) { people::give_role(tx, waits, Role::coordinator, false, waits.value(), "", house.clock.now()); });
    auto session = standing_in();
    auto const address = "/waarneming/" + row().id.value();
    EXPECT_FALSE(session.get("/vandaag").says("Nora Nieuw"));
    for (auto const* page : {"/taken", "/taken/nieuw", "/waarneming", "/waarneming/nieuw"}) EXPECT_EQ(session.get(page).status, 404) << page;
    for (std::string const& to : {"/taken/" + waits.value() + "/coordinator", std::string{"/taken/samen"}, std::string{"/waarneming"}, address + "/einde", address + "/verteld"})
        EXPECT_EQ(session.post("/vandaag", to, form(trainer, 10, 12)).status, 404) << to;
    EXPECT_EQ(session.post("/vandaag", "/taken/" + waits.value() + "/coordinator", {{"antwoord", "ja"}}).status, 404);
    EXPECT_TRUE(people::with_role(*house.program->data().read(house.scope()), Role::coordinator) == std::vector{coordinator});
}

TEST_P(Deputy, ChosenIsOnlyWhoSeesNoFamilyOtherwise) {
    auto buddy = house.person(house.here, "Bea Buddy", {Role::buddy}), administrator = house.person(house.here, "Ada Beheer", {Role::administrator}), parent = house.person(house.here, "Pia Ouder", {Role::trainer, Role::asking_parent}), school = house.person(house.here, "Sam School", {Role::trainer, Role::school_contact});
    auto elsewhere = house.person(house.there, "Eva Elders", {Role::trainer});
    auto const page = house.as(coordinator).get("/waarneming/nieuw");
    EXPECT_TRUE(page.says("Tess Dijk"));
    for (auto const& who : {buddy, administrator, parent, school, elsewhere, coordinator, petra.person}) {
        EXPECT_FALSE(page.says("value=\"" + who.value() + "\"")) << who.value();
        EXPECT_EQ(makes(who, 1, 2).status, 422);
    }
    auto twin = house.person(house.here, "Petra", {Role::trainer});
    house.program->data().write(house.scope(), [&](db::Write& tx) { people::change_contact(tx, house.program->keys(), twin, {"Petra", "petra@voorbeeld.test", ""}); });
    EXPECT_EQ(makes(twin, 1, 2).status, 422) << "the same address asks for a buddy";
}

TEST_P(Deputy, WhoStartsToAskForABuddyStandsInNoLonger) {
    auto session = standing_in();
    EXPECT_EQ(session.get(page_of(petra)).status, 200);
    house.program->data().write(house.scope(), [&](db::Write& tx) { people::give_role(tx, trainer, Role::asking_parent, false, "", "", house.clock.now()); });
    EXPECT_EQ(session.get(page_of(petra)).status, 404);
}

TEST_P(Deputy, OutsideThePartnershipOnlyWhoWorksThereMayStandIn) {
    auto outside = house.person(house.here, "Uta Buiten", {Role::coordinator}, true), other = house.person(house.here, "Otto Buiten", {Role::trainer}, true);
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        auto its = people::find_partnership(tx, house.here);
        its->coordinator_outside = true;
        people::change_partnership(tx, *its);
    });
    auto desk = house.as(outside);
    EXPECT_FALSE(desk.get("/waarneming/nieuw").says("Tess Dijk"));
    auto fields = form(trainer, 0, 2, true);
    fields.emplace_back("voor", outside.value());
    EXPECT_EQ(desk.post("/waarneming/nieuw", "/waarneming", fields).status, 422);
    fields.front().second = other.value();
    EXPECT_EQ(desk.post("/waarneming/nieuw", "/waarneming", fields).status, 303);
    EXPECT_EQ(house.as(other).get(page_of(petra)).status, 200);
    EXPECT_EQ(house.as(coordinator).get("/waarneming").status, 404) << "a coordinator of the partnership has no way in";
    EXPECT_TRUE(house.stranger().get("/wie-leest-mee").says("Otto Buiten"));
}

TEST_P(Deputy, WhoStoodInBeforeTheCoordinatorWentOutsideIsShutOut) {
    auto session = standing_in();
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        auto its = people::find_partnership(tx, house.here);
        its->coordinator_outside = true;
        people::change_partnership(tx, *its);
    });
    EXPECT_EQ(session.get(page_of(petra)).status, 404);
    EXPECT_EQ(session.get("/vandaag").status, 404);
}

TEST_P(Deputy, ParentsAreToldBeforeTheFirstDayInNeutralWords) {
    house.mails.clear();
    ASSERT_EQ(makes(trainer, 3, 5).status, 303);
    house.program->run_jobs();
    std::set<std::string> to;
    for (auto const& mail : house.mails) {
        to.insert(mail.to);
        EXPECT_EQ(mail.text.find("Tess"), std::string::npos);
        EXPECT_EQ(mail.text.find("waarn"), std::string::npos);
    }
    EXPECT_TRUE(to.contains("petra@voorbeeld.test") && to.contains("quinn@voorbeeld.test") && to.contains("tessdijk@voorbeeld.test"));
    auto const own = house.as(petra.person).get("/mijn/vraag");
    EXPECT_TRUE(own.says("Tess Dijk neemt waar voor Ineke Vos"));
    EXPECT_TRUE(own.says("werkt bij Samenwerkingsverband hier"));
    EXPECT_TRUE(own.says("Laat mijn vraag zo lang rusten"));
    EXPECT_TRUE(house.stranger().get("/buddy-vragen").says("Tess Dijk")) << "a parent who asks now knows who will read";
    EXPECT_TRUE(house.stranger().get("/wie-leest-mee").says("Tess Dijk"));
    EXPECT_EQ(house.as(coordinator).get(page_of(petra)).status, 200);
}

TEST_P(Deputy, ACandidateIsToldAndHasNothingToRest) {
    auto candidate = house.person(house.here, "Kim Kandidaat", {Role::candidate});
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        people::add(tx, base::new_id<people::Deputyship>(house.random), coordinator, trainer, {base::later(today(), 1), base::later(today(), 2)}, {candidate}, coordinator, house.clock.now());
    });
    auto const own = house.as(candidate).get("/mijn/aanmelding");
    EXPECT_TRUE(own.says("Tess Dijk neemt waar"));
    EXPECT_FALSE(own.says("rusten"));
    EXPECT_EQ(house.as(candidate).post("/mijn/aanmelding", "/mijn/vraag/rust", {{"rust", "ja"}}).status, 404);
}

TEST_P(Deputy, ACaseThatRestsStaysShutOnEveryPageAndInEveryAct) {
    auto buddy = house.person(house.here, "Bea Buddy", {Role::buddy});
    auto const match = base::new_id<matching::Match>(house.random);
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        tx.run("insert into matches (id, partnership, request, parent, buddy, begun_at, parent_gives, buddy_gives) values (:id, :partnership, :request, :parent, :buddy, :now, 'phone', 'phone')", match, house.here, petra.request, petra.person, buddy, house.clock.now());
    });
    auto session = standing_in();
    auto const trajectory = "/trajecten/" + match.value();
    std::vector<std::string> const pages{page_of(petra), page_of(petra) + "/verhelderen", page_of(petra) + "/stoppen", page_of(petra) + "/buddys", trajectory, trajectory + "/afspraak", "/berichten/" + petra.person.value()};
    std::vector<std::string> const acts{page_of(petra) + "/beantwoord", page_of(petra) + "/verhelderen", page_of(petra) + "/akkoord", page_of(petra) + "/stoppen", page_of(petra) + "/voorstel", trajectory + "/afsluiting", trajectory + "/afspraak", trajectory + "/afspraak/afzegging", "/berichten/" + petra.person.value(), "/berichten/" + petra.person.value() + "/gebeld"};
    for (auto const& page : pages) EXPECT_EQ(session.get(page).status, 200) << page;
    EXPECT_TRUE(session.get("/vandaag").says(trajectory));
    rests(petra);
    for (auto const& page : pages) EXPECT_EQ(session.get(page).status, 404) << page;
    for (auto const& act : acts) EXPECT_EQ(session.post("/vandaag", act, {{"reden", "no_answer"}, {"bericht", "Dag"}}).status, 404) << act;
    for (auto const* list : {"/hulpvragen", "/trajecten", "/vandaag", "/aanmeldingen", "/buddys"}) {
        auto const page = session.get(list);
        EXPECT_EQ(page.status, 200) << list;
        EXPECT_FALSE(page.says("Petra")) << list;
        EXPECT_FALSE(page.says(petra.request.value())) << list;
        EXPECT_FALSE(page.says(match.value())) << list << ": a row about the buddy tells of it too";
    }
    EXPECT_TRUE(session.get("/hulpvragen").says("rust tijdens waarneming"));
    EXPECT_TRUE(session.get("/trajecten").says("rust tijdens waarneming"));
    EXPECT_TRUE(session.get("/hulpvragen").says("Quinn"));
    EXPECT_TRUE(house.as(coordinator).get("/hulpvragen").says("Petra")) << "the coordinator still sees it";
    rests(petra, false);
    EXPECT_TRUE(session.get(page_of(petra)).says("lopen vast"));
}

TEST_P(Deputy, ACaseThatRestsKeepsRestingWhenTheDaysAreSplit) {
    auto other = house.person(house.here, "Otto Anders", {Role::expert});
    ASSERT_EQ(makes(other, 5, 8).status, 303);
    rests(petra);
    auto session = standing_in();
    EXPECT_EQ(session.get(page_of(petra)).status, 404);
    EXPECT_EQ(session.get(page_of(quinn)).status, 200);
    rests(petra, false);
    EXPECT_EQ(session.get(page_of(petra)).status, 200);
}

TEST_P(Deputy, TheKeysThemselvesStayShutForWhatRests) {
    standing_in();
    rests(petra);
    auto door = house.program->data().read(house.scope());
    auto shut = house.program->keys().shut(people::closed_to(*door, row().id));
    auto entry = *help_request::find(*door, petra.request);
    EXPECT_EQ(people::name_of(*door, shut, petra.person), "–");
    EXPECT_EQ(help_request::when_words(shut, entry), "");
    EXPECT_EQ(help_request::when_words(house.program->keys(), entry), "na half negen");
    EXPECT_EQ(people::name_of(*door, shut, quinn.person), "Quinn");
}

TEST_P(Deputy, WhoHasNoMailAddressIsToldByTheCoordinatorFirst) {
    auto robin = asks("Robin", "", "Ik heb geen mail.");
    auto session = standing_in();
    EXPECT_EQ(session.get(page_of(robin)).status, 404) << "not told yet";
    EXPECT_EQ(session.get(page_of(petra)).status, 200);
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("Bel eerst wie geen mailadres heeft"));
    EXPECT_TRUE(desk.get("/waarneming").says("Robin"));
    auto const tell = "/waarneming/" + row().id.value() + "/verteld";
    EXPECT_EQ(desk.post("/waarneming", tell, {{"persoon", robin.person.value()}, {"rust", "nee"}}).status, 303);
    EXPECT_EQ(session.get(page_of(robin)).status, 200);
    EXPECT_FALSE(desk.get("/vandaag").says("Bel eerst wie geen mailadres heeft"));
}

TEST_P(Deputy, AParentWhoAsksMeanwhileWasToldInTheFormAndAnOldCaseStaysShut) {
    auto old = asks("Olga", "olga@voorbeeld.test", "Dat was toen.");
    house.program->data().write(house.scope(), [&](db::Write& tx) { help_request::end(tx, old.request, help_request::EndReason::other_help, house.clock.now()); });
    auto session = standing_in();
    EXPECT_EQ(session.get(page_of(old)).status, 404);
    EXPECT_FALSE(session.get("/hulpvragen").says("Olga"));
    auto fresh = asks("Fay", "fay@voorbeeld.test", "Ik vraag het vandaag.");
    EXPECT_TRUE(session.get(page_of(fresh)).says("Ik vraag het vandaag."));
}

TEST_P(Deputy, TheLogSaysDeputyAndTheParentReadsSo) {
    auto session = standing_in();
    session.get(page_of(petra));
    house.as(coordinator).get(page_of(petra));
    auto door = house.program->data().read(house.scope());
    std::map<std::string, std::string> role;
    for (auto const& look : confidentiality::looks_at(*door, petra.person)) role[look.actor] = look.role;
    EXPECT_EQ(role[trainer.value()], "deputy");
    EXPECT_EQ(role[coordinator.value()], "coordinator");
    EXPECT_FALSE(confidentiality::verify(*door).broken_at);
    door.reset();
    auto parent = house.as(petra.person);
    EXPECT_TRUE(parent.get("/mijn-gegevens/wie-keek").says("Tess Dijk, waarnemend coördinator"));
    EXPECT_TRUE(parent.get("/mijn-gegevens/wie-keek?taal=en").says("Tess Dijk, deputy coordinator"));
}

TEST_P(Deputy, OverlapsAreRefusedAndTwiceSentIsOnce) {
    auto other = house.person(house.here, "Otto Anders", {Role::expert});
    auto desk = house.as(coordinator);
    auto page = desk.get("/waarneming/nieuw");
    http::Fields fields;
    for (auto const* name : {"_csrf", "_once"}) fields.add(name, page.hidden(name));
    for (auto const& [name, value] : form(trainer, 2, 6)) fields.add(name, value);
    for (int i = 0; i < 2; ++i) EXPECT_EQ(desk.send("POST", "/waarneming", http::form_text(fields)).location, "/waarneming");
    EXPECT_EQ(people::deputyships(*house.program->data().read(house.scope()), today()).size(), 1U);
    auto const overlaps = makes(other, 6, 8);
    EXPECT_EQ(overlaps.status, 422);
    EXPECT_TRUE(overlaps.says("In deze dagen neemt al iemand waar"));
    EXPECT_EQ(makes(other, 7, 8).status, 303);
    EXPECT_EQ(makes(trainer, 0, 0).status, 422) << "today only when it could not be foreseen";
}

TEST_P(Deputy, EitherEndsItEarly) {
    auto session = standing_in();
    EXPECT_EQ(session.post("/mijn/waarneming", "/mijn/waarneming/einde", {{"waarneming", row().id.value()}}).status, 303);
    EXPECT_EQ(session.get(page_of(petra)).status, 404);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Nam waar. Praat samen na"));
    ASSERT_EQ(makes(trainer, 0, 4, true).status, 303);
    EXPECT_EQ(session.get(page_of(petra)).status, 200);
    EXPECT_EQ(house.as(coordinator).post("/waarneming", "/waarneming/" + row().id.value() + "/einde", {}).status, 303);
    EXPECT_EQ(session.get(page_of(petra)).status, 404);
    auto stranger = house.person(house.here, "Otto Anders", {Role::expert});
    ASSERT_EQ(makes(trainer, 0, 4, true).status, 303);
    house.as(stranger).post("/mijn/waarneming", "/mijn/waarneming/einde", {{"waarneming", row().id.value()}});
    EXPECT_EQ(session.get(page_of(petra)).status, 200) << "nobody ends another's";
}

TEST_P(Deputy, ErasingTakesTheNoticesOfAPersonAndEndsWhatADeputyDid) {
    auto session = standing_in();
    app::erase(house.program->services(), house.config.journal_path(), petra.person);
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from deputyship_notices where partnership = :partnership and person = :person", house.here, petra.person), 0);
    EXPECT_EQ(session.get(page_of(quinn)).status, 200);
    app::erase(house.program->services(), house.config.journal_path(), trainer);
    EXPECT_TRUE(people::deputyships(*house.program->data().read(house.scope()), today()).empty());
    EXPECT_EQ(house.stranger().get("/wie-leest-mee").status, 200);
}

TEST_P(Deputy, LosingTheOwnTaskEndsIt) {
    auto session = standing_in();
    house.program->data().write(house.scope(), [&](db::Write& tx) { people::end_role(tx, trainer, Role::trainer, house.clock.now()); });
    EXPECT_EQ(session.get(page_of(petra)).status, 404);
}

} // namespace

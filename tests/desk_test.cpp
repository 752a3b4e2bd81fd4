// The administrator's desk, the coordinator's yes, settings, and going from one partnership to another; through pages.
#include "account/store_accounts.h"
#include "platform/jobs/jobs.h"
#include "tests/world/faults.h"
#include "tests/world/world.h"

namespace {
using visit::Role;

class Desk : public world::InHouse {
protected:
    visit::PersonId administrator = house.person(house.here, "Ada Beheer", {Role::administrator});
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId of(std::string const& name) {
        for (auto const& id : house.program->data().read(house.scope())->column<visit::PersonId>("select id from people"))
            if (people::name_of(*house.program->data().read(house.scope()), house.program->keys(), id) == name) return id;
        return visit::PersonId{""};
    }
    bool counts(visit::PersonId const& person, Role role) {
        auto all = people::with_role(*house.program->data().read(house.scope()), role);
        return std::find(all.begin(), all.end(), person) != all.end();
    }
    void work_outside() {
        house.program->data().write(house.scope(), [&](db::Write& tx) {
            auto its = people::find_partnership(tx, house.here);
            its->coordinator_outside = true;
            people::change_partnership(tx, *its);
        });
    }
};
ON_BOTH_DATABASES(Desk);

TEST_P(Desk, ARoleThatReadsConfidentialTextCountsAfterACoordinatorConfirmedIt) {
    auto desk = house.as(administrator);
    EXPECT_EQ(desk.post("/beheer/mensen/nieuw", "/beheer/mensen", {{"naam", "Nora Nieuw"}, {"mail", "nora@voorbeeld.test"}, {"rol", "coordinator"}, {"werkt", "hier"}}).location, "/beheer/mensen");
    auto nora = of("Nora Nieuw");
    house.program->run_jobs();
    ASSERT_FALSE(house.mails.empty());
    EXPECT_EQ(house.mails.back().to, "nora@voorbeeld.test");
    EXPECT_FALSE(counts(nora, Role::coordinator));
    EXPECT_EQ(house.as(nora).get("/hulpvragen").status, 404) << "not confirmed yet";
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Nora Nieuw"));
    EXPECT_EQ(desk.post("/beheer/mensen", "/taken/" + nora.value() + "/coordinator", {{"antwoord", "ja"}}).status, 404) << "who enters does not confirm";
    EXPECT_EQ(house.as(coordinator).post("/taken", "/taken/" + nora.value() + "/coordinator", {{"antwoord", "ja"}}).status, 303);
    EXPECT_TRUE(counts(nora, Role::coordinator));
    EXPECT_EQ(house.as(nora).get("/hulpvragen").status, 200);
}

TEST_P(Desk, ARefusedRoleNeverCounts) {
    house.as(administrator).post("/beheer/mensen/nieuw", "/beheer/mensen", {{"naam", "Nora Nieuw"}, {"mail", "nora@voorbeeld.test"}, {"rol", "safety_officer"}, {"werkt", "hier"}});
    auto nora = of("Nora Nieuw");
    EXPECT_EQ(house.as(coordinator).post("/taken", "/taken/" + nora.value() + "/safety_officer", {{"antwoord", "nee"}}).status, 303);
    EXPECT_FALSE(counts(nora, Role::safety_officer));
    EXPECT_FALSE(house.as(coordinator).get("/taken").says("Nora"));
}

TEST_P(Desk, TheAdministratorSeesNoParentBuddyOrCandidate) {
    auto parent = house.person(house.here, "Petra Ouder", {Role::asking_parent}), buddy = house.person(house.here, "Bea Buddy", {Role::buddy});
    auto desk = house.as(administrator);
    auto list = desk.get("/beheer/mensen");
    EXPECT_TRUE(list.says("Ineke Vos"));
    EXPECT_FALSE(list.says("Petra"));
    EXPECT_FALSE(list.says("Bea"));
    for (auto const& person : {parent, buddy}) EXPECT_EQ(desk.get("/beheer/mensen/" + person.value()).body, desk.get("/beheer/mensen/AAAAAAAAAAAAAAAAAAAAAA").body);
    EXPECT_EQ(desk.post("/beheer/mensen/nieuw", "/beheer/mensen", {{"naam", "Petra Anders"}, {"mail", "petraouder@voorbeeld.test"}, {"rol", "director"}, {"werkt", "hier"}}).status, 303) << "whether a parent has an address is nobody's business";
    for (auto const* page : {"/hulpvragen", "/aanmeldingen", "/vandaag", "/trajecten", "/buddys", "/zorgen"}) EXPECT_EQ(desk.get(page).status, 404) << page;
}

TEST_P(Desk, TheLastCoordinatorStays) {
    auto desk = house.as(administrator);
    auto const address = "/beheer/mensen/" + coordinator.value();
    EXPECT_EQ(desk.post(address, address + "/taken/coordinator/einde", {}).status, 422);
    EXPECT_TRUE(counts(coordinator, Role::coordinator));
    auto other = house.person(house.here, "Ook Een", {Role::coordinator});
    EXPECT_EQ(desk.post(address, address + "/taken/coordinator/einde", {}).status, 303);
    EXPECT_FALSE(counts(coordinator, Role::coordinator));
    EXPECT_EQ(house.as(coordinator).get("/vandaag").status, 404) << "access ends with the role";
}

TEST_P(Desk, InsideThePartnershipMailIsOfTheSupportPointAndThePublicPageSaysWhoReads) {
    auto parent = house.person(house.here, "Petra Ouder", {Role::asking_parent});
    house.program->services().data.write(house.scope(), [&](db::Write& tx) { jobs::later(tx, house.random, "message.sent", house.here.value(), parent.value(), "", house.clock.now()); });
    house.program->run_jobs();
    EXPECT_EQ(house.mails.back().from_name, "Steunpunt hier");
    EXPECT_EQ(house.mails.back().reply_to, "post@hier.test");
    auto page = house.stranger().get("/wie-leest-mee");
    EXPECT_TRUE(page.says("Ineke Vos is de coördinator en werkt bij Samenwerkingsverband hier"));
    EXPECT_FALSE(page.says("Niemand van het samenwerkingsverband leest mee"));
    EXPECT_TRUE(house.as(coordinator).get("/taken/organisatie").says("De beheerder vult deze gegevens in"));
    EXPECT_EQ(house.as(coordinator).post("/taken", "/taken/organisatie", {{"organisatie", "Oudersteun"}, {"mail", "a@b.test"}, {"coordinator", "X"}, {"coordinator_telefoon", "06 12345678"}}).status, 404);
    EXPECT_EQ(house.as(administrator).get("/taken/organisatie").status, 404);
}

TEST_P(Desk, OutsideThePartnershipMailNumbersAndTextsAreOfThatOrganisation) {
    auto outside = house.person(house.here, "Uta Buiten", {Role::coordinator}, true);
    auto parent = house.person(house.here, "Petra Ouder", {Role::asking_parent});
    work_outside();
    auto letter = [&](char const* extra) {
        house.program->services().data.write(house.scope(), [&](db::Write& tx) { jobs::later(tx, house.random, "message.sent", house.here.value(), parent.value(), extra, house.clock.now()); });
        house.program->run_jobs();
        return house.mails.back();
    };
    EXPECT_EQ(letter("1").reply_to, "") << "no answer goes to the partnership";
    auto desk = house.as(outside);
    EXPECT_EQ(desk.post("/taken/organisatie", "/taken/organisatie", {{"organisatie", ""}, {"mail", "geen"}, {"coordinator", "Uta Buiten"}, {"coordinator_telefoon", "nul"}}).status, 422);
    EXPECT_EQ(desk.post("/taken/organisatie", "/taken/organisatie", {{"organisatie", "Stichting Oudersteun"}, {"mail", "uta@oudersteun.test"}, {"coordinator", "Uta Buiten"}, {"coordinator_telefoon", "06 55 09 09 09"}}).location, "/taken/organisatie");
    EXPECT_EQ(letter("2").from_name, "Stichting Oudersteun");
    EXPECT_EQ(house.mails.back().reply_to, "uta@oudersteun.test");
    EXPECT_NE(house.mails.back().text.find("06 55 09 09 09"), std::string::npos);
    auto page = house.stranger().get("/wie-leest-mee");
    EXPECT_TRUE(page.says("Uta Buiten is de coördinator en werkt niet bij Samenwerkingsverband hier"));
    EXPECT_TRUE(page.says("Niemand van het samenwerkingsverband leest mee"));
    EXPECT_TRUE(page.says("Stichting Oudersteun"));
    EXPECT_TRUE(house.stranger().get("/contact").says("uta@oudersteun.test"));
    // the administrator of the partnership cannot turn calls and answers its own way
    auto settings = house.as(administrator);
    EXPECT_FALSE(settings.get("/beheer/instellingen").says("Eigen nummer van de coördinator"));
    EXPECT_EQ(settings.post("/beheer/instellingen", "/beheer/instellingen", {{"naam", "Samenwerkingsverband hier"}, {"steunpunt", "Steunpunt hier"}, {"telefoon", "0300 55 01 00"}, {"mail", "post@hier.test"}, {"coordinator", "Ada Beheer"}, {"coordinator_telefoon", "06 11 11 11 11"}, {"vertrouwenspersoon", "Teun Bos"}, {"vertrouwenspersoon_telefoon", "06 55 01 02 02"}, {"server", "Voorbeeldhosting"}}).status, 303);
    EXPECT_TRUE(house.stranger().get("/contact").says("06 55 09 09 09"));
    EXPECT_FALSE(house.stranger().get("/contact").says("Ada Beheer"));
    EXPECT_EQ(settings.get("/taken/organisatie").status, 404);
    EXPECT_EQ(house.as(coordinator).get("/taken/organisatie").status, 404);
}

TEST_P(Desk, WithTheCoordinatorOutsideThePartnershipGivesNobodyItsRolesAndReadsNoNames) {
    auto outside = house.person(house.here, "Uta Buiten", {Role::coordinator}, true);
    work_outside();
    auto desk = house.as(administrator);
    EXPECT_EQ(desk.post("/beheer/mensen/nieuw", "/beheer/mensen", {{"naam", "Nora Nieuw"}, {"mail", "nora@voorbeeld.test"}, {"rol", "coordinator"}, {"werkt", "elders"}}).status, 422);
    EXPECT_EQ(desk.post("/beheer/mensen/" + outside.value(), "/beheer/mensen/" + outside.value() + "/taken/coordinator/einde", {}).status, 422);
    EXPECT_EQ(house.as(outside).post("/taken/nieuw", "/taken", {{"naam", "Olga Officier"}, {"mail", "olga@voorbeeld.test"}, {"rol", "safety_officer"}, {"werkt", "elders"}}).status, 303);
    EXPECT_TRUE(counts(of("Olga Officier"), Role::safety_officer));
    for (auto const* page : {"/vandaag", "/hulpvragen", "/aanmeldingen", "/buddys", "/trajecten", "/taken"}) EXPECT_EQ(house.as(coordinator).get(page).status, 404) << page;
    EXPECT_EQ(house.as(coordinator).post("/mijn", "/taken/samen", {}).status, 404) << "the partnership does not let itself in";
    EXPECT_EQ(house.as(outside).post("/taken", "/taken/samen", {}).status, 303);
    EXPECT_EQ(house.as(coordinator).get("/hulpvragen").status, 200);
}

TEST_P(Desk, TheCoordinatorMovesOutsideOnlyWhenSomeoneIsThereToGoOn) {
    EXPECT_EQ(house.as(administrator).post("/beheer/onafhankelijk", "/beheer/onafhankelijk", {}).status, 422);
    house.person(house.here, "Uta Buiten", {Role::coordinator}, true);
    EXPECT_EQ(house.as(administrator).post("/beheer/onafhankelijk", "/beheer/onafhankelijk", {}).status, 303);
    EXPECT_EQ(house.as(coordinator).get("/vandaag").status, 404);
}

TEST_P(Desk, SettingsAreCheckedAndShownOnEveryPage) {
    auto desk = house.as(administrator);
    std::vector<std::pair<std::string, std::string>> fields{{"naam", "Samenwerkingsverband Nieuw"}, {"steunpunt", "Steunpunt Nieuw"}, {"telefoon", "0300 11 22 33"}, {"mail", "post@nieuw.test"}, {"coordinator", "Ineke Vos"}, {"coordinator_telefoon", "06 11 22 33 44"}, {"vertrouwenspersoon", "Teun Bos"}, {"vertrouwenspersoon_telefoon", "06 11 22 33 55"}, {"server", "Ergens"}};
    auto wrong = fields;
    wrong[2].second = "geen nummer";
    auto page = desk.post("/beheer/instellingen", "/beheer/instellingen", wrong);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("geen nummer"));
    EXPECT_EQ(desk.post("/beheer/instellingen", "/beheer/instellingen", fields).status, 303);
    EXPECT_TRUE(house.stranger().get("/").says("0300 11 22 33"));
}

TEST_P(Desk, WorkThatIsNoMailIsNotCalledMail) {
    auto const work = [&](char const* kind, std::string const& about) {
        house.program->data().write(house.scope(), [&](db::Write& tx) { jobs::later(tx, house.random, kind, house.here.value(), about, "", house.clock.now()); });
        house.program->run_jobs();
    };
    work("nobody.erase", "");
    auto const vandaag = house.as(coordinator).get("/vandaag");
    EXPECT_FALSE(vandaag.says("mail die niet weggaat"));
    EXPECT_TRUE(vandaag.says("Iets lukt het programma niet"));
    auto const why = house.as(coordinator).get("/vandaag/mail");
    EXPECT_TRUE(why.says("Vraag de beheerder om bij Gezondheid te kijken"));
    EXPECT_FALSE(why.says("erichten"));
    house.mail_works = false;
    work("thought.written", coordinator.value());
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("mail die niet weggaat"));
    auto const both = house.as(coordinator).get("/vandaag/mail");
    EXPECT_TRUE(both.says("nog niet weg konden: 1") && both.says("Vraag de beheerder om bij Gezondheid te kijken"));
}

TEST_P(Desk, HealthShowsWhatIsStuckWithoutNamesAndTriesAgain) {
    house.person(house.here, "Anna Hier", {Role::buddy});
    house.mail_works = false;
    {
        world::WithoutFaults const one_mail;
        house.stranger().post("/inloggen", "/inloggen", {{"mail", "annahier@voorbeeld.test"}});
    }
    house.program->run_jobs();
    auto page = house.as(administrator).get("/beheer/gezondheid");
    EXPECT_TRUE(page.says("de mailserver nam de mail niet aan"));
    EXPECT_FALSE(page.says("anna"));
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("mail die niet weggaat"));
    house.mail_works = true;
    EXPECT_EQ(house.as(administrator).post("/beheer/gezondheid", "/beheer/gezondheid/opnieuw", {}).status, 303);
    house.program->run_jobs();
    EXPECT_EQ(house.mails.size(), 1U);
    EXPECT_TRUE(house.as(administrator).get("/beheer/gezondheid").says("Er staat niets vast"));
    EXPECT_TRUE(house.as(coordinator).get("/vandaag/mail").says("Alle mail is weg"));
}

TEST_P(Desk, WhoWorksForTwoPartnershipsSwitchesAndDataStayApart) {
    auto there = house.person(house.there, "Ineke Daar", {Role::coordinator});
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) {
        auto own = account::find_by_person(hall, coordinator);
        hall.run("update memberships set account = :own where person = :there", *own, there);
    });
    house.person(house.here, "Petra Hier", {Role::safety_officer});
    auto visitor = house.as(coordinator);
    EXPECT_TRUE(visitor.get("/vandaag").says("Wissel van steunpunt"));
    EXPECT_EQ(house.as(administrator).get("/wisselen").status, 200);
    EXPECT_EQ(house.as(administrator).post("/wisselen", "/wisselen/daar", {}).status, 404) << "no place there";
    {
        world::WithoutFaults const the_session_goes_on_in_a_new_one;
        EXPECT_EQ(visitor.post("/wisselen", "/wisselen/daar", {}).status, 303);
    }
    EXPECT_TRUE(visitor.get("/vandaag").says("Steunpunt daar"));
    EXPECT_TRUE(visitor.get("/mijn-gegevens").says("Ineke Daar"));
}

TEST_P(Desk, ALinkFromAMailBelongsToItsOwnPartnership) {
    auto elsewhere = house.stranger();
    elsewhere.get("/steunpunt/daar");
    auto page = elsewhere.get("/buddy-worden/aanmelden");
    house.clock.pass(std::chrono::seconds{10});
    EXPECT_EQ(elsewhere.send("POST", "/buddy-worden/aanmelden", http::form_text([&] {
                                 http::Fields all;
                                 for (auto const* name : {"_csrf", "_once", "_moment"}) all.add(name, page.hidden(name));
                                 for (auto const& [name, value] : std::initializer_list<std::pair<char const*, char const*>>{{"naam", "Kas Daar"}, {"mail", "kas@voorbeeld.test"}, {"kanaal", "poster"}, {"akkoord", "ja"}}) all.add(name, value);
                                 return all;
                             }()))
                  .status,
              303);
    house.program->run_jobs();
    ASSERT_FALSE(house.mails.empty());
    auto const& text = house.mails.back().text;
    auto at = text.find("/aanmelding/");
    ASSERT_NE(at, std::string::npos);
    auto link = text.substr(at, text.find_first_of("\n ", at) - at);
    auto fresh = house.stranger();
    EXPECT_EQ(fresh.get(link).status, 200) << "a browser that was never here";
    EXPECT_EQ(fresh.post(link, link + "/bevestiging", {}).status, 303);
    EXPECT_EQ(house.as(coordinator).get(link).status, 200) << "someone logged in at another support point reads it as a stranger";
}

} // namespace

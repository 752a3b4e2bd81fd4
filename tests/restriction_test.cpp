// Data under lock: nobody else reads or does anything about that person, no mail goes out but to log in, and all of it is back when the lock is taken off.
#include "people/store_deputyship.h"
#include "people/store_restriction.h"
#include "platform/jobs/jobs.h"
#include "support/store_consult.h"
#include "tests/world/faults.h"
#include "tests/world/two_people.h"

#include <algorithm>
#include <map>
#include <set>

namespace {

class Lock : public world::TwoPeople {
protected:
    static constexpr char const* own = "/mijn-gegevens";
    static constexpr char const* form = "/mijn-gegevens/op-slot";
    int mails_to(std::string const& address) {
        return static_cast<int>(std::count_if(house.mails.begin(), house.mails.end(), [&](auto const& mail) { return mail.to == address; }));
    }
    void lock(visit::PersonId const& person) {
        write([&](db::Write& tx) { people::restrict_data(tx, person, house.clock.now()); });
    }
    void unlock(visit::PersonId const& person) {
        write([&](db::Write& tx) { people::lift_restriction(tx, person, house.clock.now()); });
    }
    bool is_locked(visit::PersonId const& person) {
        return read([&](db::Door& door) { return people::restricted_since(door, person).has_value(); });
    }
};
ON_BOTH_DATABASES(Lock);

TEST_P(Lock, ShutsAParentToEveryoneAndOpensAgain) {
    auto const match = matched();
    auto const trainer = house.person(house.here, "Tess Dijk", {Role::trainer});
    std::vector<std::pair<visit::PersonId, std::string>> const addresses{{coordinator, "/hulpvragen/vraag"}, {coordinator, "/trajecten/" + match.id.value()}, {bea, "/trajecten/" + match.id.value() + "/contacten"}, {bea, "/trajecten/" + match.id.value() + "/afspraak"}};
    auto expect = [&](bool open) {
        for (auto const& [who, address] : addresses) EXPECT_EQ(house.as(who).get(address).status, open ? 200 : 404) << address;
        for (auto const* list : {"/hulpvragen?zoek=petra", "/trajecten", "/vandaag", "/mijn/ouders", "/mijn"})
            for (auto const& who : {coordinator, bea, trainer})
                if (auto const page = house.as(who).get(list); page.status == 200 && !open) {
                    EXPECT_FALSE(page.says("Petra Zeisouder") || page.says("06 33 33 33 33")) << list;
                }
        EXPECT_EQ(desk.get("/trajecten").says("Petra"), open);
        EXPECT_EQ(buddy.get("/mijn/ouders").says("Petra"), open);
        EXPECT_EQ(buddy.get("/mijn/ouders").says("Jullie contact rust nu."), !open);
        EXPECT_EQ(desk.get("/vandaag").says("Iemand zette gegevens op slot"), !open);
    };
    expect(true);
    EXPECT_EQ(parent.post(form, form, {}).location, own);
    EXPECT_TRUE(is_locked(petra));
    EXPECT_TRUE(parent.get(own).says("Uw gegevens staan op slot sinds"));
    expect(false);
    auto const log = "/trajecten/" + match.id.value() + "/contacten";
    EXPECT_EQ(buddy.post("/mijn", log, {{"vandaag", "ja"}, {"manier", "call"}, {"duur", "15"}}).status, 404) << "nothing is done either";
    EXPECT_EQ(desk.post("/vandaag", "/hulpvragen/vraag/stoppen", {{"reden", "withdrawn"}}).status, 404);
    EXPECT_TRUE(desk.get("/vandaag/op-slot").says("U ziet niet wie het is"));
    EXPECT_TRUE(parent.get("/mijn-gegevens/alles").says("Zeisverhaal")) << "oneself reads on";
    EXPECT_TRUE(parent.get("/mijn/traject").says("Bea"));
    EXPECT_EQ(parent.post(own, "/mijn-gegevens/van-slot", {}).location, own);
    EXPECT_FALSE(is_locked(petra));
    expect(true);
    EXPECT_EQ(buddy.post("/mijn", log, {{"vandaag", "ja"}, {"manier", "call"}, {"duur", "15"}}).status, 303);
}

TEST_P(Lock, NoAddressOfTheHouseTellsAnyRoleOfSomeoneWhoIsLocked) {
    auto const match = matched();
    EXPECT_EQ(buddy.post("/mijn", "/trajecten/" + match.id.value() + "/contacten", {{"vandaag", "ja"}, {"manier", "call"}, {"duur", "15"}}).status, 303);
    std::vector<visit::PersonId> everyone{coordinator, bea};
    for (auto role : {Role::trainer, Role::expert, Role::director, Role::researcher, Role::administrator, Role::outreach, Role::school_contact, Role::school_leader, Role::council}) everyone.push_back(house.person(house.here, "Lezer " + std::string{base::word(role)}, {role}));
    std::map<std::string, std::string> const ids{{"request", "vraag"}, {"match", match.id.value()}, {"person", petra.value()}, {"reader", petra.value()}, {"participant", petra.value()}, {"staff", petra.value()}};
    auto told = [&] {
        std::set<std::string> where;
        for (auto const& who : everyone) {
            auto visitor = house.as(who);
            for (auto const& route : app::routes()) {
                if (route.method != "GET") continue;
                std::string path{route.pattern};
                for (auto at = path.find('{'); at != std::string::npos; at = path.find('{', at)) {
                    auto const end = path.find('}', at);
                    auto const known = ids.find(path.substr(at + 1, end - at - 1));
                    path.replace(at, end + 1 - at, known == ids.end() ? "x" : known->second);
                }
                auto const page = visitor.get(path);
                for (auto const* canary : {"Petra", "06 33 33 33 33", "petrazeisouder", "Zeisverhaal", "Zeistijd", "Zeisgroep"})
                    if (page.says(canary)) where.insert(path + ": " + canary);
            }
        }
        return where;
    };
    EXPECT_GT(told().size(), 8U) << "the crawl finds what may be seen";
    EXPECT_EQ(parent.post(form, form, {}).status, 303);
    EXPECT_EQ(told(), std::set<std::string>{});
    EXPECT_EQ(parent.post(own, "/mijn-gegevens/van-slot", {}).status, 303);
    EXPECT_GT(told().size(), 8U);
}

TEST_P(Lock, ABuddyWhoIsLockedIsProposedToNobody) {
    make_ready(bea);
    ask(request, petra);
    EXPECT_TRUE(desk.get("/hulpvragen/vraag/buddys").says("Bea"));
    EXPECT_EQ(buddy.post(form, form, {}).status, 303);
    auto const ranking = desk.get("/hulpvragen/vraag/buddys");
    EXPECT_FALSE(ranking.says("Bea") || ranking.says(bea.value()));
    EXPECT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 422);
    EXPECT_EQ(desk.get("/koppelen").status, 200);
    EXPECT_EQ(buddy.post(own, "/mijn-gegevens/van-slot", {}).status, 303);
    EXPECT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 303);
}

TEST_P(Lock, ABuddyWhoIsLockedLeavesTheParentCalm) {
    auto const match = matched();
    EXPECT_EQ(buddy.post(form, form, {}).status, 303);
    auto const page = parent.get("/mijn/traject");
    EXPECT_TRUE(page.says("Jullie contact rust nu.") && page.says("Bel de coördinator"));
    EXPECT_FALSE(page.says("op slot")) << "neither who nor why";
    EXPECT_FALSE(page.says("Bea"));
    EXPECT_FALSE(page.says("06 22 22 22 22"));
    EXPECT_FALSE(desk.get("/trajecten/" + match.id.value()).says("Bea"));
    EXPECT_EQ(buddy.post(own, "/mijn-gegevens/van-slot", {}).status, 303);
    EXPECT_TRUE(parent.get("/mijn/traject").says("Bea"));
}

TEST_P(Lock, WhereSomeoneAsksForHelpItIsSaidThatNobodyReadsIt) {
    auto const match = matched();
    std::vector<std::string> const of_parent{"/mijn", "/mijn/vraag", "/mijn/hoe-gaat-het"}, of_buddy{"/mijn", "/mijn/vragen", "/mijn/hoe-gaat-het"};
    auto told = [](world::Someone const& who, std::string const& address) {
        auto const page = who.get(address);
        EXPECT_EQ(page.status, 200) << address;
        return page.says("Niemand leest dit nu.") && page.says("Haal het slot eraf") && page.says("Of bel de coördinator:");
    };
    for (auto const& address : of_parent) EXPECT_FALSE(told(parent, address)) << address;
    for (auto const& address : of_buddy) EXPECT_FALSE(told(buddy, address)) << address;
    EXPECT_EQ(parent.post(form, form, {}).status, 303);
    EXPECT_EQ(buddy.post(form, form, {}).status, 303);
    for (auto const& address : of_parent) EXPECT_TRUE(told(parent, address)) << address;
    for (auto const& address : of_buddy) EXPECT_TRUE(told(buddy, address)) << address;
    EXPECT_EQ(parent.post(own, "/mijn-gegevens/van-slot", {}).status, 303);
    EXPECT_FALSE(told(parent, "/mijn"));
    write([&](db::Write& tx) { help_request::end(tx, request, help_request::EndReason::withdrawn, house.clock.now()); });
    EXPECT_EQ(parent.post(form, form, {}).status, 303);
    EXPECT_TRUE(told(parent, "/mijn/vraag/opnieuw"));
}

TEST_P(Lock, AParentWhoChangesTheOwnRequestReadsThatNobodyReadsIt) {
    ask(request, petra);
    EXPECT_FALSE(parent.get("/mijn/vraag/wijzigen").says("Niemand leest dit nu."));
    EXPECT_EQ(parent.post(form, form, {}).status, 303);
    EXPECT_TRUE(parent.get("/mijn/vraag/wijzigen").says("Uw gegevens staan op slot. Niemand leest dit nu."));
}

TEST_P(Lock, SendsNoMailAndAsksNothingButLettersToLogInGo) {
    auto const match = matched();
    EXPECT_EQ(buddy.post("/mijn", "/trajecten/" + match.id.value() + "/contacten", {{"vandaag", "ja"}, {"manier", "call"}, {"duur", "15"}}).status, 303);
    work();
    EXPECT_EQ(parent.post(form, form, {}).status, 303);
    house.mails.clear();
    for (int week = 0; week < 8; ++week) pass(7);
    write([&](db::Write& tx) { jobs::later(tx, house.random, "message.sent", house.here.value(), petra.value(), "", house.clock.now()); });
    work();
    EXPECT_EQ(mails_to("petrazeisouder@voorbeeld.test"), 0) << "whatever puts a letter on the queue";
    auto count = [&](char const* what) {
        return read([&](db::Door& door) { return door.one<std::int64_t>(what).value_or(-1); });
    };
    EXPECT_EQ(count("select count(*) from nudges"), 0) << "nor is the buddy asked about it";
    EXPECT_EQ(count("select count(*) from check_ins"), 0);
    auto stranger = house.stranger();
    {
        world::WithoutFaults const one_mail;
        EXPECT_LT(stranger.post("/inloggen", "/inloggen", {{"mail", "petrazeisouder@voorbeeld.test"}}).status, 400);
    }
    work();
    EXPECT_EQ(mails_to("petrazeisouder@voorbeeld.test"), 1) << "the link to log in";
    EXPECT_EQ(parent.post(own, "/mijn-gegevens/van-slot", {}).status, 303);
    house.mails.clear();
    pass(1);
    EXPECT_GT(mails_to("petrazeisouder@voorbeeld.test"), 0) << "and then it goes on";
    EXPECT_EQ(count("select count(*) from nudges"), 1);
    EXPECT_EQ(count("select count(*) from check_ins"), 2);
}

TEST_P(Lock, WhatCameDueMeanwhileIsAskedAfterwards) {
    auto const match = matched();
    write([&](db::Write& tx) { tx.run("update matches set trial_until = '2026-11-30' where partnership = :p and id = :match", house.here, match.id); });
    EXPECT_EQ(parent.post("/trajecten/" + match.id.value() + "/afspraak", "/trajecten/" + match.id.value() + "/afspraak", meeting_form(3)).status, 303);
    EXPECT_EQ(buddy.post(form, form, {}).status, 303);
    auto asked = [&] {
        return read([&](db::Door& door) { return std::pair{door.one<std::int64_t>("select count(*) from matches where trial_asked_at is not null"), door.one<std::int64_t>("select count(*) from meetings where asked_sequence is not null")}; });
    };
    for (int day = 0; day < 8; ++day) pass(1);
    EXPECT_EQ(asked(), (std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>>{0, 0}));
    EXPECT_EQ(buddy.post(own, "/mijn-gegevens/van-slot", {}).status, 303);
    pass(1);
    EXPECT_EQ(asked(), (std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>>{1, 1}));
}

TEST_P(Lock, IsNotForWhoHasATaskAndDoesNotTouchAWorry) {
    EXPECT_TRUE(desk.get(form).says("U heeft hier een taak."));
    EXPECT_EQ(desk.post(own, form, {}).status, 422);
    auto const officer = house.person(house.here, "Annelies Roos", {Role::safety_officer});
    EXPECT_EQ(parent.post("/zorg", "/zorg", {{"woorden", "Kanariezorg."}, {"weet", "zelf"}, {"bereik", "06 33 33 33 33"}}).status, 303);
    EXPECT_EQ(parent.post(form, form, {}).status, 303);
    auto const id = read([&](db::Door& door) { return door.one<std::string>("select id from worries").value_or(""); });
    auto const page = house.as(officer).get("/zorgen/" + id);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Petra Zeisouder"));
}

TEST_P(Lock, GoesWithThePersonAndTermsGoOn) {
    EXPECT_EQ(parent.post(form, form, {}).status, 303);
    EXPECT_EQ(parent.post(own, "/mijn-gegevens/van-slot", {}).status, 303);
    EXPECT_EQ(parent.post(form, form, {}).status, 303) << "again, within the same second";
    EXPECT_TRUE(is_locked(petra));
    {
        world::WithoutFaults const the_session_goes_with_the_person;
        EXPECT_EQ(parent.post("/mijn-gegevens/wissen", "/mijn-gegevens/wissen", {{"zeker", "ja"}}).location, "/gewist");
    }
    work();
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from restrictions").value_or(-1); }), 0);
}

TEST_P(Lock, WhoWasAskedByNameReadsNothingMeanwhile) {
    auto const trainer = house.person(house.here, "Tess Dijk", {Role::trainer});
    support::ConsultId const id{"gevraagd-aan-tess"};
    write([&](db::Write& tx) { support::ask(tx, house.program->keys(), id, bea, "Kanarievraag.", house.clock.now(), {}, trainer); });
    auto asked = house.as(trainer);
    EXPECT_TRUE(asked.get("/gevraagd/" + id.value()).says("Kanarievraag."));
    EXPECT_TRUE(asked.get("/mijn").says("Vragen aan u (1)"));
    lock(bea);
    EXPECT_EQ(asked.get("/gevraagd/" + id.value()).status, 404);
    EXPECT_FALSE(asked.get("/gevraagd").says("Bea"));
    EXPECT_EQ(asked.post("/gevraagd", "/gevraagd/" + id.value(), {{"tekst", "Antwoord."}}).status, 404);
    EXPECT_TRUE(asked.get("/mijn").says("Vragen aan u (0)"));
    house.mails.clear();
    pass(10);
    EXPECT_TRUE(std::none_of(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.to.starts_with("tessdijk"); })) << "no reminder either";
    unlock(bea);
    EXPECT_TRUE(house.as(trainer).get("/gevraagd/" + id.value()).says("Kanarievraag."));
}

TEST_P(Lock, ABuddyMayStopAllTheSame) {
    auto const match = matched();
    lock(petra);
    auto const stop = "/trajecten/" + match.id.value() + "/stoppen";
    EXPECT_TRUE(buddy.get("/mijn/ouders").says("Stoppen met dit contact"));
    auto const form = buddy.get(stop);
    EXPECT_EQ(form.status, 200);
    EXPECT_FALSE(form.says("Petra"));
    EXPECT_EQ(buddy.post(stop, stop, {{"reden", "no_time"}}).location, "/mijn/afsluiting");
    EXPECT_TRUE(buddy.get("/mijn/stoppen").says("Stoppen mag altijd."));
    unlock(petra);
    EXPECT_TRUE(parent.get("/mijn/afsluiting").says("De coördinator belt u binnen twee werkdagen."));
}

TEST_P(Lock, AParentWhoStopsIsPromisedWhatCanBeDone) {
    auto const match = matched();
    auto const stop = "/trajecten/" + match.id.value() + "/stoppen";
    EXPECT_TRUE(parent.get(stop).says("De coördinator belt mijn buddy"));
    lock(bea);
    auto const form = parent.get(stop);
    EXPECT_FALSE(form.says("De coördinator belt mijn buddy"));
    EXPECT_TRUE(form.says("De coördinator vertelt het uw buddy zodra dat kan."));
    EXPECT_EQ(parent.post(stop, stop, {}).location, "/mijn/afsluiting");
}

TEST_P(Lock, NobodyCountsAsToldOfADeputyWhoGotNoLetter) {
    matched();
    lock(petra);
    auto const deputy = house.person(house.here, "Tess Dijk", {Role::trainer});
    auto const today = base::local_date(house.clock.now());
    people::DeputyshipId const id{"waarneming"};
    write([&](db::Write& tx) { people::add(tx, id, coordinator, deputy, {today, base::later(today, 9)}, {petra, bea}, coordinator, house.clock.now()); });
    EXPECT_EQ(read([&](db::Door& door) { return people::untold(door, id); }), std::vector{petra});
}

} // namespace

// Data under lock where others have a way of their own: who was asked by name, who stops, who stands in.
#include "people/store_deputyship.h"
#include "people/store_restriction.h"
#include "support/store_consult.h"
#include "tests/world/two_people.h"

namespace {

class UnderLock : public world::TwoPeople {
protected:
    void lock(visit::PersonId const& person) {
        write([&](db::Write& tx) { people::restrict_data(tx, person, house.clock.now()); });
    }
    void unlock(visit::PersonId const& person) {
        write([&](db::Write& tx) { people::lift_restriction(tx, person, house.clock.now()); });
    }
};
ON_BOTH_DATABASES(UnderLock);

TEST_P(UnderLock, WhoWasAskedByNameReadsNothingMeanwhile) {
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

TEST_P(UnderLock, ABuddyMayStopAllTheSame) {
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

TEST_P(UnderLock, AParentWhoStopsIsPromisedWhatCanBeDone) {
    auto const match = matched();
    auto const stop = "/trajecten/" + match.id.value() + "/stoppen";
    EXPECT_TRUE(parent.get(stop).says("De coördinator belt mijn buddy"));
    lock(bea);
    auto const form = parent.get(stop);
    EXPECT_FALSE(form.says("De coördinator belt mijn buddy"));
    EXPECT_TRUE(form.says("De coördinator vertelt het uw buddy zodra dat kan."));
    EXPECT_EQ(parent.post(stop, stop, {}).location, "/mijn/afsluiting");
}

TEST_P(UnderLock, NobodyCountsAsToldOfADeputyWhoGotNoLetter) {
    matched();
    lock(petra);
    auto const deputy = house.person(house.here, "Tess Dijk", {Role::trainer});
    auto const today = base::local_date(house.clock.now());
    people::DeputyshipId const id{"waarneming"};
    write([&](db::Write& tx) { people::add(tx, id, coordinator, deputy, {today, base::later(today, 9)}, {petra, bea}, coordinator, house.clock.now()); });
    EXPECT_EQ(read([&](db::Door& door) { return people::untold(door, id); }), std::vector{petra});
}

} // namespace

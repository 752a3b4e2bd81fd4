// A clock that jumps: back, ahead, a year ahead and back. Nothing that had ended lives again, nothing is erased by a term that only a wrong clock had reached, and the access log keeps its order.
#include "account/store_accounts.h"
#include "app/clock_watch.h"
#include "confidentiality/store_access_log.h"
#include "recruitment/store_sign_up.h"
#include "tests/world/world.h"

namespace {
using namespace std::chrono_literals;
using app::ClockSaid;
using visit::Role;

TEST(Clock, JumpsAreToldFromCorrectionsAndFromNights) {
    base::Moment const seen{std::chrono::sys_days{std::chrono::year{2026} / 10 / 25}};
    for (auto const& [by, said] : std::vector<std::pair<std::chrono::seconds, ClockSaid>>{{0s, ClockSaid::goes_on}, {60s, ClockSaid::goes_on}, {-60s, ClockSaid::goes_on}, {-5min, ClockSaid::goes_on}, {-5min - 1s, ClockSaid::went_back}, {-24h * 365, ClockSaid::went_back}, {36h, ClockSaid::goes_on}, {36h + 1s, ClockSaid::jumped_ahead}, {24h * 365, ClockSaid::jumped_ahead}})
        EXPECT_EQ(app::judge_clock(seen, seen + by), said) << by.count();
}

class ClockJumps : public world::InHouse {
protected:
    visit::PersonId petra = house.person(house.here, "Petra", {Role::asking_parent});
    app::Program& program() { return *house.program; }
    std::unique_ptr<db::Read> hall() { return program().data().read(db::Scope::of_hall()); }
    visit::AccountId account() { return *account::find_by_person(*hall(), petra); }
    void look() { app::look_at_clock(program().services()); }
    bool may_erase() { return app::may_erase_by_term(*hall(), house.clock.now()); }
    /// Looks each minute, as a server does.
    void live(std::chrono::minutes time) {
        for (auto left = time; left > 0min; left -= 1min) {
            house.clock.pass(1min);
            look();
        }
    }
};
ON_BOTH_DATABASES(ClockJumps);

TEST_P(ClockJumps, NoSessionOrLinkLivesAgainWhenTheClockGoesBack) {
    auto mine = house.as(petra);
    std::string used, left;
    program().data().write(db::Scope::of_hall(), [&](db::Write& tx) {
        account::add_link(tx, "link", account(), "", house.clock.now() + 20min);
        account::give_proof_code(tx, account(), "code", house.clock.now() + 20min);
    });
    program().data().write(house.scope(), [&](db::Write& tx) {
        used = account::add_action_link(tx, house.random, "sign_up", "x", petra, house.clock.now(), house.clock.now() + 1h);
        left = account::add_action_link(tx, house.random, "sign_up", "y", petra, house.clock.now(), house.clock.now() + 24h * 14);
    });
    look();
    ASSERT_EQ(mine.get("/mijn-gegevens").status, 200);
    live(90min);
    EXPECT_EQ(mine.get("/mijn-gegevens").location, "/inloggen");
    house.clock.pass(-100min);
    EXPECT_EQ(mine.get("/mijn-gegevens").status, 200) << "before anybody looked at the clock it would live again";
    look();
    EXPECT_EQ(mine.get("/mijn-gegevens").location, "/inloggen");
    EXPECT_FALSE(account::find_link(*hall(), "link", house.clock.now()));
    program().data().write(db::Scope::of_hall(), [&](db::Write& tx) { EXPECT_FALSE(account::use_proof_code(tx, account(), "code", house.clock.now())); });
    auto const read = program().data().read(house.scope());
    EXPECT_FALSE(account::find_action_link(*read, used, house.clock.now()));
    EXPECT_TRUE(account::find_action_link(*read, left, house.clock.now())) << "what had not ended goes on";
    EXPECT_EQ(house.as(petra).get("/mijn-gegevens").status, 200) << "and whoever logs in anew is in";
}

TEST_P(ClockJumps, ASmallCorrectionEndsNothing) {
    look();
    auto mine = house.as(petra);
    live(5min);
    for (int i = 0; i < 4; ++i) {
        house.clock.pass(-60s);
        look();
    }
    EXPECT_EQ(mine.get("/mijn-gegevens").status, 200);
    house.clock.pass(-120s);
    look();
    EXPECT_EQ(mine.get("/mijn-gegevens").location, "/inloggen") << "steps add up";
}

TEST_P(ClockJumps, AYearAheadAndBackErasesNobody) {
    look();
    EXPECT_FALSE(may_erase()) << "the first day";
    live(24h);
    EXPECT_TRUE(may_erase());
    house.clock.pass(24h * 365);
    look();
    EXPECT_FALSE(may_erase());
    live(23h);
    EXPECT_FALSE(may_erase());
    house.clock.pass(-24h * 365);
    look();
    EXPECT_FALSE(may_erase());
    live(24h);
    EXPECT_TRUE(may_erase());
}

TEST_P(ClockJumps, AJumpKeepsDraftsAndWhatHasPassedItsTerm) {
    look();
    live(24h);
    program().data().write(db::Scope::of_hall(), [&](db::Write& tx) { account::park(tx, account(), "/mijn", program().keys().seal({visit::PersonId{account().value()}}, {"parked_forms", "sealed", account().value()}, "x=1"), house.clock.now()); });
    auto const parked = [&] { return hall()->one<std::int64_t>("select count(*) from parked_forms").value_or(-1); };
    house.clock.pass(24h * 365);
    look();
    program().sweep();
    EXPECT_EQ(parked(), 1) << "the clock may be wrong";
    live(24h);
    program().sweep();
    EXPECT_EQ(parked(), 0) << "it is not";
}

TEST_P(ClockJumps, TheRoundOfTermsErasesNobodyAfterAJump) {
    visit::PersonId const gone{"gerda"};
    program().keys().create(gone);
    program().data().write(house.scope(), [&](db::Write& tx) { recruitment::add(tx, program().keys(), recruitment::SignUpId{"aanmelding"}, gone, {{"Gerda", "", "0612345678"}, recruitment::Channel::poster, "Zeisgeheim"}, text::Language::nl, "", false, house.clock.now()); });
    auto const there = [&] { return program().keys().has(gone); };
    auto const round = [&] {
        program().go_round();
        program().run_jobs(200);
    };
    look();
    live(24h);
    house.clock.pass(24h * 365 * 3);
    round();
    EXPECT_TRUE(there()) << "before anybody looked";
    look();
    round();
    EXPECT_TRUE(there());
    live(24h);
    round();
    EXPECT_FALSE(there()) << "it really is three years later";
}

TEST_P(ClockJumps, WhatAWrongClockCountedOrPutOffDoesNotWaitForIt) {
    look();
    live(24h);
    house.clock.pass(24h * 365);
    look();
    auto const tries = [&] {
        bool calm = true;
        program().data().write(db::Scope::of_hall(), [&](db::Write& hall) { calm = account::attempt(hall, "login|petra", 1, 1h, house.clock.now()); });
        return calm;
    };
    EXPECT_TRUE(tries());
    EXPECT_FALSE(tries());
    program().data().write(db::Scope::of_hall(), [&](db::Write& hall) { hall.run("insert into jobs (id, once_key, kind, of_partnership, about, extra, run_at, claimed_until, attempts, trouble) values ('x', 'x', 'login', :here, '', '', :later, 0, 1, 'mail: refused')", house.here, house.clock.now() + 1h); });
    house.clock.pass(-24h * 365);
    look();
    EXPECT_TRUE(tries());
    EXPECT_EQ(hall()->one<std::int64_t>("select count(*) from jobs where id = 'x' and run_at > :now", house.clock.now()).value_or(-1), 0);
}

TEST_P(ClockJumps, TheAccessLogKeepsItsOrder) {
    auto const write = [&] { program().data().write(house.scope(), [&](db::Write& tx) { tx.run("update people set version = version + 1 where partnership = :partnership and id = :id", tx.scope().partnership, petra); }); };
    write();
    auto mine = house.as(petra);
    mine.get("/mijn-gegevens/verbeteren");
    mine.post("/mijn-gegevens/verbeteren", "/mijn-gegevens/verbeteren", {{"naam", "Petra een"}, {"telefoon", "06 12345678"}});
    house.clock.pass(-24h * 365);
    auto again = house.as(petra);
    again.post("/mijn-gegevens/verbeteren", "/mijn-gegevens/verbeteren", {{"naam", "Petra twee"}, {"telefoon", "06 12345678"}});
    auto const moments = program().data().read(house.scope())->column<base::Moment>("select at from access_log where partnership = :partnership order by sequence", house.here);
    ASSERT_EQ(moments.size(), 2U);
    EXPECT_GT(moments.front(), moments.back()) << "by number, whatever the clock said";
    auto const chain = confidentiality::verify(*program().data().read(house.scope()));
    EXPECT_FALSE(chain.broken_at) << "and the chain holds";
    EXPECT_EQ(chain.entries, 2);
}

} // namespace

// What the page of terms says will go on a day is exactly what goes on that day, once, however many rounds there are.
#include "app/terms.h"
#include "confidentiality/store_access_log.h"
#include "help_request/store_help_request.h"
#include "intake/store_interview.h"
#include "keep_warm/store_message.h"
#include "recruitment/store_sign_up.h"
#include "tests/world/two_people.h"

#include <fstream>
#include <sstream>
#include <thread>

namespace {
using app::TermKind;
using Counts = std::vector<std::pair<TermKind, std::int64_t>>;

class TermsPreview : public world::TwoPeople {
protected:
    base::Moment const began = house.clock.now();

    void on_day(int day) { house.clock.set(began + std::chrono::hours{24 * day}); }
    Counts due_on(int day) {
        return read([&](db::Door& door) { return app::due(door, began + std::chrono::hours{24 * day}); });
    }
    int round() { return app::erase_past_terms(house.program->services(), house.config.journal_path(), house.here.value()); }
    std::int64_t logged() {
        return read([&](db::Door& door) {
            std::int64_t sum = 0;
            for (auto const& each : app::last_rounds(door, 1000)) sum += each.count;
            return sum;
        });
    }
    visit::PersonId signs_up_and_withdraws(std::string const& name) {
        auto const person = base::new_id<people::Person>(house.random);
        house.program->keys().create(person);
        write([&](db::Write& tx) {
            recruitment::add(tx, house.program->keys(), base::new_id<recruitment::SignUp>(house.random), person, {{name, "", "0612345678"}, recruitment::Channel::poster, ""}, text::Language::nl, "", true, house.clock.now());
            EXPECT_TRUE(recruitment::withdraw(tx, *recruitment::find_own(tx, person), recruitment::WithdrawReason::no_time, house.clock.now()));
        });
        return person;
    }
    void message() {
        write([&](db::Write& tx) { keep_warm::add(tx, house.program->keys(), base::new_id<keep_warm::Message>(house.random), coordinator, keep_warm::Kind::written, "Een bericht.", coordinator, house.clock.now()); });
    }
};
ON_BOTH_DATABASES(TermsPreview);

TEST_P(TermsPreview, SaysWhatGoesOnADayAndThatIsWhatGoes) {
    auto const match = matched();
    message(), message();
    write([&](db::Write& tx) { tx.run("insert into contacts (id, partnership, match, held_on, way, minutes, wants_to_talk, logged_at) values ('contact', :p, :match, '2026-11-23', 'call', 15, 0, :now)", house.here, match.id, house.clock.now()); });
    EXPECT_EQ(parent.post("/mijn", "/trajecten/" + match.id.value() + "/stoppen", {}).status, 303);
    signs_up_and_withdraws("Noor van Dijk"), signs_up_and_withdraws("Sanne Bos");
    on_day(10);
    signs_up_and_withdraws("Later Vermeer");
    on_day(20);
    // each look ahead is followed by the round of that day, and the next look sees what is left
    int erased = 0;
    std::int64_t rows = 0;
    std::map<TermKind, std::int64_t> total;
    for (int day = 50; day <= 400; day += day < 70 || (day >= 360 && day < 370) ? 1 : 10) {
        auto const foreseen = due_on(day);
        auto const before = logged();
        on_day(day);
        EXPECT_EQ(due_on(day), foreseen);
        std::int64_t sum = 0, keys = 0;
        for (auto const& [kind, count] : foreseen) {
            sum += count, total[kind] += count;
            if (kind != TermKind::messages && kind != TermKind::contacts && kind != TermKind::check_ins && kind != TermKind::feedback && kind != TermKind::questions && kind != TermKind::shared && kind != TermKind::scores) keys += count;
        }
        EXPECT_EQ(round(), keys) << "day " << day;
        EXPECT_EQ(logged() - before, sum) << "day " << day;
        EXPECT_EQ(due_on(day), Counts{}) << "nothing is left on day " << day;
        EXPECT_EQ(round(), 0) << "a second round does nothing";
        erased += static_cast<int>(keys), rows += sum - keys;
    }
    EXPECT_EQ(total[TermKind::sign_up], 3);
    EXPECT_EQ(total[TermKind::messages], 2);
    EXPECT_EQ(total[TermKind::contacts], 1);
    EXPECT_EQ(total[TermKind::match], 1) << "the parent; a buddy is kept by the role";
    EXPECT_EQ(erased, 4);
    EXPECT_EQ(rows, 3);
    EXPECT_FALSE(confidentiality::verify(*house.program->data().read(house.scope())).broken_at);
}

TEST_P(TermsPreview, WhoLookedIsErasedAfterThreeYears) {
    auto const looks = [&](int day) {
        for (auto const& [kind, count] : due_on(day))
            if (kind == TermKind::looks) return count;
        return std::int64_t{0};
    };
    auto const entries = [&] { return confidentiality::verify(*house.program->data().read(house.scope())).entries; };
    write([&](db::Write& tx) { confidentiality::append(tx, {{coordinator.value(), "coordinator", "read", "1", coordinator.value(), "W1", "request"}}, house.clock.now()); });
    auto const before = entries();
    EXPECT_GE(before, 1);
    EXPECT_EQ(looks(3 * 365), 0);
    EXPECT_EQ(looks(3 * 365 + 2), before);
    on_day(3 * 365 + 2);
    auto const noted = logged();
    round();
    EXPECT_EQ(looks(3 * 365 + 2), 0);
    auto const whole = confidentiality::verify(*house.program->data().read(house.scope()));
    EXPECT_FALSE(whole.broken_at);
    EXPECT_EQ(whole.entries, logged() - noted + 1) << "what the round noted of others stays, and that it took the log of a house where nobody came since";
}

TEST_P(TermsPreview, TwoRoundsAtOnceEraseEachOnce) {
    std::vector<visit::PersonId> gone;
    for (int i = 0; i < 6; ++i) gone.push_back(signs_up_and_withdraws("Naam " + std::to_string(i)));
    on_day(60);
    std::atomic<int> erased = 0;
    std::vector<std::thread> rounds;
    for (int i = 0; i < 2; ++i) rounds.emplace_back([&] { erased += round(); });
    for (auto& each : rounds) each.join();
    EXPECT_EQ(erased, 6);
    EXPECT_EQ(logged(), 6);
    std::stringstream journal;
    journal << std::ifstream{house.config.journal_path()}.rdbuf();
    for (auto const& person : gone) {
        auto const at = journal.str().find(person.value());
        ASSERT_NE(at, std::string::npos);
        EXPECT_EQ(journal.str().find(person.value(), at + 1), std::string::npos) << "once";
        EXPECT_FALSE(house.program->keys().has(person));
    }
}

TEST_P(TermsPreview, WhatWasBegunByAnotherProcessIsFinishedAndNotCountedTwice) {
    auto const person = signs_up_and_withdraws("Noor van Dijk");
    on_day(60);
    EXPECT_TRUE(app::claim_by_term(house.program->services(), house.here.value(), person));
    EXPECT_FALSE(app::claim_by_term(house.program->services(), house.here.value(), person));
    EXPECT_EQ(round(), 0);
    EXPECT_FALSE(house.program->keys().has(person));
    EXPECT_EQ(logged(), 1);
}

TEST_P(TermsPreview, IsReadByCoordinatorAndAdministratorInNumbersOnly) {
    auto const administrator = house.person(house.here, "Ada Beheer", {Role::administrator});
    signs_up_and_withdraws("Zeisnaam van Dijk");
    on_day(30);
    for (auto const& who : {coordinator, administrator}) {
        auto const page = house.as(who).get("/instellingen/bewaartermijnen");
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(page.says("Wie zich aanmeldde en niet verdergaat"));
        EXPECT_FALSE(page.says("Zeisnaam"));
        EXPECT_TRUE(page.says("Er is nog niets gewist"));
    }
    on_day(60);
    EXPECT_EQ(round(), 1);
    EXPECT_FALSE(desk.get("/instellingen/bewaartermijnen").says("Er is nog niets gewist"));
    EXPECT_EQ(parent.get("/instellingen/bewaartermijnen").status, 404);
    EXPECT_EQ(buddy.get("/instellingen/bewaartermijnen").status, 404);
}

TEST_P(TermsPreview, WhereSomeoneWasLoggedInGoesAMonthAfterItEnded) {
    auto const of_petra = [&] { return house.program->data().read(db::Scope::of_hall())->one<std::int64_t>("select count(*) from sessions s join memberships m on m.account = s.account where m.person = :person", petra).value_or(0); };
    on_day(0);
    parent.get("/mijn");
    auto const all = of_petra();
    ASSERT_GT(all, 0);
    on_day(25);
    house.program->sweep();
    EXPECT_EQ(of_petra(), all);
    on_day(40);
    house.program->sweep();
    EXPECT_EQ(of_petra(), 0);
}

} // namespace

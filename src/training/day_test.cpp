// Choosing days together.
#include "training/day.h"

#include <gtest/gtest.h>

namespace {
using namespace training;

base::Date on(unsigned day) { return base::Date{std::chrono::year{2027}, std::chrono::March, std::chrono::day{day}}; }
base::Moment const now = base::moment_of({on(1), std::chrono::hours{9}});
PollDraft draft(std::vector<unsigned> const& days) {
    PollDraft its{"Voorjaar", "Wijkcentrum", {}, std::chrono::hours{19}};
    for (std::size_t i = 0; i < days.size(); ++i) its.days[i] = on(days[i]);
    return its;
}

TEST(Day, ThreeToSixDaysStandInOrder) {
    auto const good = plan_poll(draft({20, 10, 15}), now);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->days, (std::vector<base::Moment>{base::moment_of({on(10), std::chrono::hours{19}}), base::moment_of({on(15), std::chrono::hours{19}}), base::moment_of({on(20), std::chrono::hours{19}})}));
}

TEST(Day, WhatIsWrongIsSaidAtItsField) {
    auto field = [](PollDraft const& its) {
        auto const plan = plan_poll(its, now);
        return plan ? "fine" : plan.error().fields.front().name;
    };
    EXPECT_EQ(field(draft({10, 15})), "dag1");
    EXPECT_EQ(field(draft({10, 15, 10})), "dag3");
    EXPECT_EQ(field(draft({10, 1, 15})), "fine") << "this evening is still to come";
    auto past = draft({10, 15, 20});
    past.days[1] = base::Date{std::chrono::year{2027}, std::chrono::February, std::chrono::day{28}};
    EXPECT_EQ(field(past), "dag2");
    auto no_day = draft({10, 15, 20});
    no_day.typed[3] = true;
    EXPECT_EQ(field(no_day), "dag4") << "30 February is not left out in silence";
    auto nameless = draft({10, 15, 20});
    nameless.name.clear();
    EXPECT_EQ(field(nameless), "naam");
    auto nowhere = draft({10, 15, 20});
    nowhere.place.clear();
    EXPECT_EQ(field(nowhere), "plaats");
    auto timeless = draft({10, 15, 20});
    timeless.begins.reset();
    EXPECT_EQ(field(timeless), "tijd");
}

TEST(Day, TheTwoThatSuitMostPeopleAreNamedInOrder) {
    EXPECT_EQ(best_two({{1, 0, 0, 3}, {2, 1, 2, 0}, {3, 3, 0, 0}}), (std::array{2, 3}));
    EXPECT_EQ(best_two({{1, 2, 0, 1}, {2, 0, 0, 3}, {3, 2, 0, 1}, {4, 2, 0, 1}}), (std::array{1, 3})) << "the earlier where it is a tie";
    EXPECT_EQ(best_two({{1}, {2}, {3}}), (std::array{1, 2}));
    EXPECT_EQ(best_two({{1, 0, 3, 0}, {2, 2, 0, 1}, {3, 1, 0, 2}}), (std::array{1, 2})) << "three who could if need be are less than two yes, more than one";
}

} // namespace

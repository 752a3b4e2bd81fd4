#include "trajectory/closure.h"

#include <gtest/gtest.h>

namespace trajectory {
using namespace std::chrono_literals;
namespace {
constexpr base::Date day{std::chrono::year{2026}, std::chrono::March, std::chrono::day{2}};
base::Moment const then = base::moment_of({day, 14h});
} // namespace

TEST(Closure, NeedsAReasonAndWhoTells) {
    EXPECT_TRUE(static_cast<bool>(closing({EndReason::stopped_not_asked, Teller::coordinator, false})));
    EXPECT_EQ(closing({{}, Teller::oneself, false}).error().fields.front().name, "reden");
    EXPECT_EQ(closing({EndReason::no_click, {}, false}).error().fields.front().name, "vertelt");
    EXPECT_EQ(base::Words<EndReason>::entries.front().first, EndReason::stopped_not_asked) << "the first choice blames nobody";
}

TEST(Closure, IsUndoneWithinFourWeeksAndOnce) {
    EXPECT_TRUE(may_reopen(then, false, day));
    EXPECT_TRUE(may_reopen(then, false, base::later(day, 28)));
    EXPECT_FALSE(may_reopen(then, false, base::later(day, 29)));
    EXPECT_FALSE(may_reopen(then, true, day));
}

TEST(Closure, AsksOneQuestionAfterThreeMonthsAndOnlyWithAYes) {
    EXPECT_FALSE(asks_now(true, then, false, base::later(day, 90)));
    EXPECT_TRUE(asks_now(true, then, false, base::later(day, 91)));
    EXPECT_TRUE(asks_now(true, then, false, base::later(day, 200)));
    EXPECT_FALSE(asks_now(true, then, true, base::later(day, 91)));
    EXPECT_FALSE(asks_now(false, then, false, base::later(day, 91)));
}

} // namespace trajectory

#include "keep_warm/warmth.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {
using keep_warm::Due;
using keep_warm::Hearing;

base::Date const today = std::chrono::year{2026} / 11 / 24;
base::Date ago(int days) { return base::later(today, -days); }

TEST(Warmth, WhoWaitsHearsSomethingEveryFourWeeksAndIsCalledAfterEight) {
    struct Case {
        char const* what;
        Hearing hearing;
        Due due;
        bool by_itself;
    };
    for (auto const& each : std::initializer_list<Case>{
             {"just begun", {ago(20), {}, {}, {}, true}, Due::nothing, false},
             {"three weeks", {ago(21), {}, {}, {}, true}, Due::write, false},
             {"three weeks, no mail", {ago(21), {}, {}, {}, false}, Due::call, false},
             {"a step last week", {ago(40), ago(7), {}, {}, true}, Due::nothing, false},
             {"a message last week", {ago(40), {}, ago(7), {}, true}, Due::nothing, false},
             {"four weeks after a message", {ago(50), {}, ago(28), {}, true}, Due::write, false},
             {"a week overdue", {ago(50), {}, ago(35), {}, true}, Due::write, true},
             {"a week overdue, no mail", {ago(50), {}, {}, {}, false}, Due::call, false},
             {"eight weeks, though messages went", {ago(56), {}, ago(1), {}, true}, Due::call, false},
             {"eight weeks, and a call", {ago(80), {}, {}, ago(10), true}, Due::nothing, false},
             {"eight weeks after the call", {ago(200), {}, ago(1), ago(56), true}, Due::call, false},
             {"eight weeks and silence", {ago(60), {}, {}, {}, true}, Due::call, true},
         }) {
        EXPECT_EQ(keep_warm::due(each.hearing, today), each.due) << each.what;
        EXPECT_EQ(keep_warm::goes_by_itself(each.hearing, today), each.by_itself) << each.what;
    }
}

TEST(Warmth, NobodyWithMailIsEverSilentForFiveWeeksAndANewWordNeverMakesItWorse) {
    rc::check([](int since, bool stepped, int step, bool messaged, int sent, bool called, int call) {
        auto day = [](int number) { return ago(std::abs(number % 300)); };
        Hearing hearing{day(since), stepped ? std::optional{day(step)} : std::nullopt, messaged ? std::optional{day(sent)} : std::nullopt, called ? std::optional{day(call)} : std::nullopt, true};
        auto const silent = base::days_between(keep_warm::last_heard(hearing), today);
        RC_ASSERT(keep_warm::goes_by_itself(hearing, today) == (silent >= 35));
        if (silent >= 28) RC_ASSERT(keep_warm::due(hearing, today) != Due::nothing);
        auto after = hearing;
        after.last_call = today;
        RC_ASSERT(keep_warm::due(after, today) == Due::nothing);
        after = hearing;
        after.last_message = today;
        RC_ASSERT(!keep_warm::goes_by_itself(after, today));
        RC_ASSERT(keep_warm::due(after, today) != Due::write);
    });
}

TEST(Warmth, AMessageIsSomethingAndNotTooLong) {
    EXPECT_FALSE(keep_warm::message(""));
    EXPECT_FALSE(keep_warm::message(std::string(8001, 'a')));
    EXPECT_TRUE(keep_warm::message("Dag"));
}

} // namespace

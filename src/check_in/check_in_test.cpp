#include "check_in/check_in.h"

#include <gtest/gtest.h>

namespace check_in {
namespace {
constexpr base::Date day{std::chrono::year{2026}, std::chrono::January, std::chrono::day{5}};
}

TEST(CheckIn, IsDueInWeeksTwoAndSixAndThenEachQuarter) {
    for (auto const& [days, number] : std::initializer_list<std::pair<int, int>>{{0, 0}, {13, 0}, {14, 1}, {41, 1}, {42, 2}, {132, 2}, {133, 3}, {223, 3}, {224, 4}})
        EXPECT_EQ(due_of_match(day, base::later(day, days)), number) << days;
    for (auto const& [days, due] : std::initializer_list<std::pair<int, bool>>{{-5, false}, {0, false}, {90, false}, {91, true}, {182, true}})
        EXPECT_EQ(due_without_match(day, base::later(day, days)), due) << days;
}

TEST(CheckIn, NeedsOneAnswerAndNoMore) {
    EXPECT_FALSE(static_cast<bool>(say({})));
    EXPECT_EQ(say({}).error().fields.front().name, "goed");
    for (auto const& enough : {Draft{"Fijn.", "", {}, {}, false}, Draft{"", "Vaker.", {}, {}, false}, Draft{"", "", Fits::yes, {}, false}, Draft{"", "", {}, GoesOn::yes, false}, Draft{"", "", {}, {}, true}}) EXPECT_TRUE(static_cast<bool>(say(enough)));
    EXPECT_EQ(say({std::string(4001, 'a'), "", {}, {}, false}).error().fields.front().name, "goed");
    EXPECT_EQ(say({"", std::string(4001, 'a'), {}, {}, false}).error().fields.front().name, "beter");
}

TEST(CheckIn, AsksACallOnlyWhenSomethingIsToBeTalkedAbout) {
    EXPECT_FALSE(asks_a_call({"Fijn.", "Vaker.", Fits::mostly, GoesOn::yes, false}));
    EXPECT_TRUE(asks_a_call({"", "", Fits::no, {}, false}));
    EXPECT_TRUE(asks_a_call({"", "", {}, GoesOn::differently, false}));
    EXPECT_TRUE(asks_a_call({"", "", {}, GoesOn::stop, false}));
    EXPECT_TRUE(asks_a_call({"", "", {}, {}, true}));
}

} // namespace check_in

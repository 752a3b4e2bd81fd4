// What research gets: numbers by marks, moments in order, and a file from five buddies on.
#include "competence/research.h"

#include <gtest/gtest.h>

namespace competence {
namespace {

ResearchCopy copy(Moment moment, int score) { return {moment, 1, {{1, score}}}; }

} // namespace

TEST(Research, NeedsFiveBuddies) {
    EXPECT_FALSE(enough_for_research(0));
    EXPECT_FALSE(enough_for_research(4));
    EXPECT_TRUE(enough_for_research(5));
}

TEST(Research, NumbersBuddiesByTheirMarksAndKeepsTheirMomentsTogether) {
    auto const lines = research_lines({{"m", {copy(Moment::support_1, 3), copy(Moment::evening_1, 2)}}, {"z", {copy(Moment::evening_1, 9)}}, {"a", {copy(Moment::evening_2, 5)}}});
    std::vector<std::pair<int, int>> found;
    for (auto const& line : lines) found.emplace_back(line.number, line.copy.scores.at(1));
    EXPECT_EQ(found, (std::vector<std::pair<int, int>>{{1, 5}, {2, 2}, {2, 3}, {3, 9}}));
}

TEST(Research, ASecondTimeAtAMomentStaysAfterTheFirst) {
    auto const lines = research_lines({{"a", {copy(Moment::evening_1, 2), copy(Moment::evening_1, 8)}}});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].copy.scores.at(1), 2);
    EXPECT_EQ(lines[1].copy.scores.at(1), 8);
}

} // namespace competence

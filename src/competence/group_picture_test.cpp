#include "competence/group_picture.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace competence {
namespace {
Answers all(int score) {
    Answers answers;
    for (int number = 1; number < own_number; ++number) answers.scores[number] = score;
    return answers;
}
} // namespace

TEST(GroupPicture, IsTheMeanOfWholeBundlesInHalves) {
    auto const low = add_up({all(2), all(2), all(3), all(3), all(3)}), high = add_up({all(9), all(9), all(9), all(9), all(10)});
    EXPECT_DOUBLE_EQ(means({low})[0], 2.5);
    EXPECT_DOUBLE_EQ(means({high})[10], 9.0);
    EXPECT_DOUBLE_EQ(means({low, high})[5], 6.0);
    EXPECT_THROW(add_up({all(1), all(2), all(3), all(4)}), base::Impossible);
    EXPECT_THROW(add_up({all(1), all(2), all(3), all(4), all(5), all(6)}), base::Impossible);
}

TEST(GroupPicture, StaysWithinTheScale) {
    rc::check([](std::array<unsigned, 5> const& typed) {
        std::vector<Answers> five;
        for (auto each : typed) five.push_back(all(static_cast<int>(each % 10) + 1));
        for (auto mean : means({add_up(five)})) RC_ASSERT(mean >= 1 && mean <= 10 && 2 * mean == static_cast<int>(2 * mean));
    });
}

} // namespace competence

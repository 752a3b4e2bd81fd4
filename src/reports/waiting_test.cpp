// The middle and the longest of waits.
#include "reports/waiting.h"

#include <gtest/gtest.h>

namespace {
using namespace reports;

TEST(Waiting, HasAMiddleAndALongest) {
    EXPECT_EQ(spread({}), std::nullopt);
    EXPECT_EQ(spread({7}), (Spread{1, 7, 7}));
    EXPECT_EQ(spread({9, 1, 4}), (Spread{3, 4, 9}));
    EXPECT_EQ(spread({4, 1, 9, 2}), (Spread{4, 3, 9}));
    EXPECT_EQ(spread({1, 2}), (Spread{2, 2, 2})) << "half upwards";
}

TEST(Waiting, IsHiddenBelowFiveForWhoDoesNotKnowThePeople) {
    EXPECT_FALSE(shown({}, true));
    EXPECT_TRUE(shown(spread({1}), true));
    EXPECT_FALSE(shown(spread({1, 2, 3, 4}), false));
    EXPECT_TRUE(shown(spread({1, 2, 3, 4, 5}), false));
}

} // namespace

// Random text: fit for an address and for a command, and as long as it says.
#include "platform/base/random.h"

#include <gtest/gtest.h>
#include <set>

TEST(RandomText, IsNoOptionOfACommandAndNeverTheSame) {
    base::SeededRandom random{1};
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const text = base::random_text(random, 16);
        EXPECT_EQ(text.size(), 22U);
        EXPECT_NE(text.front(), '-') << text;
        EXPECT_EQ(base::from_base64url(text).size(), 16U);
        seen.insert(text);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

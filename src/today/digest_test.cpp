#include "today/digest.h"

#include <gtest/gtest.h>

namespace today {
using namespace std::chrono_literals;

TEST(Digest, GoesOnceAWeekFromMondayAtEight) {
    constexpr base::Date monday{std::chrono::year{2026}, std::chrono::March, std::chrono::day{2}};
    auto at = [&](int days, std::chrono::hours hour) { return base::moment_of({base::later(monday, days), hour}); };
    EXPECT_FALSE(digest_is_due({}, at(0, 7h)));
    EXPECT_TRUE(digest_is_due({}, at(0, 8h)));
    EXPECT_TRUE(digest_is_due({}, at(6, 23h))) << "a machine that was off on Monday";
    EXPECT_FALSE(digest_is_due(monday, at(0, 9h)));
    EXPECT_FALSE(digest_is_due(base::later(monday, 3), at(6, 9h)));
    EXPECT_TRUE(digest_is_due(base::later(monday, -1), at(0, 8h)));
    EXPECT_FALSE(digest_is_due(base::later(monday, -1), at(0, 7h)));
}

} // namespace today

#include "platform/base/number.h"

#include <gtest/gtest.h>

namespace base {

TEST(Number, IsDigitsOnly) {
    EXPECT_EQ(number_from("0"), 0);
    EXPECT_EQ(number_from("042"), 42);
    EXPECT_EQ(number_from("999999999"), 999999999);
    for (auto const* typed : {"", " 1", "1 ", "-1", "+1", "1.5", "1e3", "een", "1234567890", "99999999999999999999"}) EXPECT_FALSE(number_from(typed)) << typed;
}

} // namespace base

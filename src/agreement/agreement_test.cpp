#include "agreement/agreement.h"

#include <gtest/gtest.h>

namespace {

TEST(Agreement, AnOwnTextIsSomethingNewAndNotTooLong) {
    EXPECT_FALSE(agreement::write("", "oud"));
    EXPECT_FALSE(agreement::write("oud", "oud"));
    EXPECT_FALSE(agreement::write(std::string(24001, 'a'), "oud"));
    EXPECT_TRUE(agreement::write("nieuw", "oud"));
    EXPECT_GT(agreement::first_text().size(), 4U);
}

TEST(Agreement, OnlyTheNewestVersionCounts) {
    EXPECT_FALSE(agreement::up_to_date({}, 0)) << "nothing was accepted, not even the first text";
    EXPECT_TRUE(agreement::up_to_date(agreement::Accepted{0, {}}, 0));
    EXPECT_FALSE(agreement::up_to_date(agreement::Accepted{0, {}}, 1));
    EXPECT_TRUE(agreement::up_to_date(agreement::Accepted{1, {}}, 1));
}

} // namespace

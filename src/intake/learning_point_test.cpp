#include "intake/learning_point.h"

#include <gtest/gtest.h>

namespace {

TEST(LearningPoint, IsSomethingAndNotTooLong) {
    EXPECT_FALSE(intake::learning_point(""));
    EXPECT_FALSE(intake::learning_point(std::string(1201, 'a')));
    auto good = intake::learning_point("Luisteren zonder meteen te helpen");
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, "Luisteren zonder meteen te helpen");
    EXPECT_EQ(intake::learning_point("").error().fields.front().name, "leerpunt");
}

TEST(LearningPoint, OnlyAYesSaysThatTrainersMayRead) {
    EXPECT_NE(intake::standing({}).msgid.find("zien dit niet"), std::string_view::npos);
    EXPECT_NE(intake::standing(intake::Release::no).msgid.find("zien dit niet"), std::string_view::npos);
    EXPECT_EQ(intake::standing(intake::Release::yes).msgid, "de trainers mogen dit lezen");
}

} // namespace

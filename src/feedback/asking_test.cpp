#include "feedback/asking.h"

#include <gtest/gtest.h>

namespace feedback {

TEST(Asking, SchoolIsImpossibleBeforeTheEndAndWithoutTheParentsYes) {
    for (int bits = 0; bits < 8; ++bits) {
        Facts facts{(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0};
        EXPECT_EQ(may_ask(Whom::school, facts), bits == 7) << bits;
        EXPECT_EQ(may_ask(Whom::parent, facts), facts.ended) << bits;
    }
}

TEST(Asking, OneAnswerIsEnoughAndNoneIsNot) {
    EXPECT_FALSE(static_cast<bool>(give({})));
    EXPECT_TRUE(static_cast<bool>(give({{"", "", "Ja."}, {}})));
    EXPECT_FALSE(static_cast<bool>(give({{std::string(5000, 'a'), "", ""}, {}})));
}

TEST(Asking, WhetherItHelpedIsAnAnswerOfItsOwn) {
    EXPECT_TRUE(static_cast<bool>(give({{"", "", ""}, {}, Helped::not_really})));
    EXPECT_FALSE(static_cast<bool>(said_by_school("")));
    EXPECT_FALSE(static_cast<bool>(said_by_school(std::string(4001, 'a'))));
    EXPECT_TRUE(static_cast<bool>(said_by_school("De buddy hielp het gesprek rustig te houden.")));
}

TEST(Asking, AnAverageIsMadeFromFiveAnswersOn) {
    using enum Helped;
    EXPECT_FALSE(average({}));
    EXPECT_FALSE(average({much, much, much, much}));
    EXPECT_EQ(average({much, much, much, much, much}), 30);
    EXPECT_EQ(average({not_really, not_really, not_really, not_really, not_really}), 10);
    EXPECT_EQ(average({much, much, a_little, not_really, much}), 24);
    EXPECT_EQ(average({much, a_little, a_little, a_little, a_little, a_little}), 22);
}

} // namespace feedback

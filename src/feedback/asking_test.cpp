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

} // namespace feedback

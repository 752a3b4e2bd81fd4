#include "training/tip.h"

#include <gtest/gtest.h>

namespace training {

TEST(Tips, NeedAWordAndNotTooMany) {
    EXPECT_TRUE(give({"Fijne sfeer", ""}));
    EXPECT_TRUE(give({"", "Meer tijd"}));
    EXPECT_FALSE(give({"", ""}));
    EXPECT_FALSE(give({std::string(2001, 'a'), ""}));
    EXPECT_FALSE(give({"", std::string(2001, 'a')}));
}

TEST(Tips, LeadToAnImprovementInWords) {
    EXPECT_TRUE(improve({"kaarten", "Gesprekskaarten", "Een kwartier langer"}));
    EXPECT_TRUE(improve({"", "", "Een kwartier langer"}));
    EXPECT_FALSE(improve({"kaarten", "Gesprekskaarten", ""}));
    EXPECT_FALSE(improve({"", "", std::string(2001, 'a')}));
}

} // namespace training

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
    EXPECT_TRUE(improve({"Voorstellen", "Een kwartier langer"}));
    EXPECT_TRUE(improve({"", "Een kwartier langer"}));
    EXPECT_FALSE(improve({"Voorstellen", ""}));
    EXPECT_FALSE(improve({std::string(401, 'a'), "Langer"}));
    EXPECT_FALSE(improve({"", std::string(2001, 'a')}));
}

TEST(Tips, AreKeptForAYear) {
    constexpr base::Date evening{std::chrono::year{2025}, std::chrono::November, std::chrono::day{24}};
    EXPECT_FALSE(tips_past(evening, base::later(evening, 365)));
    EXPECT_TRUE(tips_past(evening, base::later(evening, 366)));
}

} // namespace training

// Guides to look at an evening.
#include "training/guide.h"

#include <gtest/gtest.h>
#include <set>

namespace {
using namespace training;

TEST(Guide, HasSixHeadingsThatDiffer) {
    std::set<std::string_view> all;
    for (auto guide : {Guide::observation, Guide::evaluation})
        for (auto const& heading : headings(guide)) {
            all.insert(heading.words.msgid);
            EXPECT_NE(heading.hint.msgid, "");
        }
    EXPECT_EQ(all.size(), 2 * headings_count);
}

TEST(Guide, IsHandedInWithAWordSomewhere) {
    EXPECT_FALSE(review({}));
    EXPECT_TRUE(review({"", "", "", "", "", "Fijne avond"}));
    auto const too_long = review({"", std::string(3001, 'x')});
    ASSERT_FALSE(too_long);
    EXPECT_EQ(too_long.error().fields.front().name, "k2");
    std::string accents;
    for (int i = 0; i < 3000; ++i) accents += "é";
    EXPECT_TRUE(review({accents}));
}

TEST(Guide, AnObserverIsAnnouncedTheDayBefore) {
    constexpr base::Date evening{std::chrono::year{2027}, std::chrono::March, std::chrono::day{10}};
    EXPECT_TRUE(may_be_announced(evening, base::later(evening, -1)));
    EXPECT_FALSE(may_be_announced(evening, evening));
    EXPECT_FALSE(may_be_announced(evening, base::later(evening, 1)));
}

} // namespace

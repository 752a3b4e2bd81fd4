// The materials and the texts that come with the program: each complete, in its languages, within its limits.
#include "recruitment/channel.h"
#include "toolbox/marks.h"
#include "toolbox/material.h"
#include "toolbox/version.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace toolbox {
namespace {

TEST(Material, EveryMaterialIsInDutchAndEnglishAndWhatParentsTakeHomeInAllLanguages) {
    for (auto const& [material, its] : base::Words<Material>::entries) {
        auto const all = tongues(material);
        ASSERT_GE(all.size(), 2U) << its;
        EXPECT_EQ(all[0], Tongue::nl) << its;
        EXPECT_EQ(all[1], Tongue::en) << its;
    }
    for (auto material : {Material::poster, Material::poster_for_parents, Material::leaflet, Material::workshop}) EXPECT_EQ(tongues(material).size(), 7U);
}

TEST(Material, EveryStandardTextCouldHaveBeenTyped) {
    std::size_t seen = 0;
    for (auto const& [material, its] : base::Words<Material>::entries)
        for (auto tongue : tongues(material)) {
            ++seen;
            Sheet const one{material, tongue};
            EXPECT_EQ(sheet(word(one)), one);
            EXPECT_TRUE(static_cast<bool>(check(std::string{standard_text(one)}))) << word(one);
            auto const all = blocks(standard_text(one));
            if (shape(material) != Shape::slides) {
                EXPECT_EQ(std::count_if(all.begin(), all.end(), [](Block const& block) { return block.mark == Mark::title; }), 1) << word(one);
            }
            // what a leaflet promises stands in Dutch beside a translation nobody has checked
            bool const dutch = std::any_of(all.begin(), all.end(), [](Block const& block) { return block.dutch; });
            EXPECT_EQ(dutch, material == Material::leaflet && !read_by_a_speaker(tongue)) << word(one);
        }
    EXPECT_EQ(seen, 58U);
}

TEST(Material, AnAddressNamesASheetOrNothing) {
    EXPECT_EQ(sheet("folder-ar"), (Sheet{Material::leaflet, Tongue::ar}));
    EXPECT_EQ(sheet("nieuwsbericht-school-en"), (Sheet{Material::school_newsletter, Tongue::en}));
    for (auto const* wrong : {"", "-", "folder", "folder-", "-nl", "folder-xx", "jaarplan-ar", "Folder-nl", "folder-nl-nl"}) EXPECT_FALSE(sheet(wrong)) << wrong;
}

TEST(Material, ACodeCarriesAChannelThatSignUpsKnow) {
    int channels = 0;
    for (auto const& [material, its] : base::Words<Material>::entries) {
        auto const where = target(material);
        if (!where || where->channel.empty()) continue;
        ++channels;
        EXPECT_TRUE(base::from_word<recruitment::Channel>(where->channel)) << its;
        EXPECT_TRUE(where->page == "buddy-worden" || where->page == "buddy-vragen") << its;
    }
    EXPECT_EQ(channels, 7);
}

TEST(Material, WhoSeesWhat) {
    for (auto const& [material, its] : base::Words<Material>::entries) EXPECT_EQ(for_coordinator_only(material), audience(material) == Audience::coordinator) << its;
    std::size_t all = 0;
    for (auto whom : {Audience::parent, Audience::buddy, Audience::school, Audience::coordinator}) all += materials(whom).size();
    EXPECT_EQ(all, std::size(base::Words<Material>::entries));
}

TEST(Material, OnlyTheTwoTextsOfOurOwnAboutTalksAtSchoolWaitForApproval) {
    for (auto const& [material, its] : base::Words<Material>::entries) EXPECT_EQ(draft_until_approved(material), its == "aandachtspunten" || its == "stappen-overleg") << its;
    auto count = [](Material material, Tongue tongue, Mark mark) {
        auto const all = blocks(standard_text({material, tongue}));
        return std::count_if(all.begin(), all.end(), [&](Block const& block) { return block.mark == mark; });
    };
    for (auto tongue : {Tongue::nl, Tongue::en}) {
        EXPECT_EQ(count(Material::talk_points, tongue, Mark::bullet), 10);
        EXPECT_EQ(count(Material::meeting_steps, tongue, Mark::heading), 6);
    }
}

TEST(Comment, NeedsWordsAndForWhom) {
    EXPECT_TRUE(static_cast<bool>(comment({Reader::council, "Duidelijk."})));
    EXPECT_EQ(comment({{}, ""}).error().fields.size(), 2U);
    EXPECT_TRUE(static_cast<bool>(comment({Reader::panel, std::string(2000, 'a')})));
    EXPECT_FALSE(static_cast<bool>(comment({Reader::panel, std::string(2001, 'a')})));
}

} // namespace
} // namespace toolbox

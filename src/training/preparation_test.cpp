// What is done at home: what may be asked, and what may be handed in.
#include "training/preparation.h"

#include <gtest/gtest.h>

namespace {
using namespace training;

TEST(Preparation, LinesWithoutWordsFallAwayAndNewOnesGetAName) {
    auto const good = prepare({"Lees rustig.", {{"oud", "Lees het blad.", "/materialen/rolkaart-nl", false}, {"", "", "", true}, {"", "Wat sprak je aan?", "", true}}}, 4, 2);
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, (Preparation{"Lees rustig.", {{"oud", "Lees het blad.", "/materialen/rolkaart-nl", false}, {"thuis-4-2-2", "Wat sprak je aan?", "", true}}}));
}

TEST(Preparation, WhatIsWrongIsSaidAtItsField) {
    auto field = [](Assignment const& one, std::string const& words = "") {
        auto const good = prepare({words, {one}}, 2, 1);
        return good ? "fine" : good.error().fields.front().name;
    };
    EXPECT_EQ(field({"", "Lees.", "https://voorbeeld.nl/blad", false}), "fine");
    EXPECT_EQ(field({"", "Lees.", "http://voorbeeld.nl", false}), "link-0");
    EXPECT_EQ(field({"", "Lees.", "/mijn/groei", false}), "link-0") << "only what everyone may read";
    EXPECT_EQ(field({"", "Lees.", "/materialen/a b", false}), "link-0");
    EXPECT_EQ(field({"", "Lees.", "javascript:alert(1)", false}), "link-0");
    EXPECT_EQ(field({"", "", "https://voorbeeld.nl", false}), "opdracht-0");
    EXPECT_EQ(field({"", std::string(601, 'x'), "", false}), "opdracht-0");
    EXPECT_EQ(field({"", "Lees.", "", false}, std::string(601, 'x')), "voorbereiding");
    EXPECT_FALSE(prepare({"", std::vector<Assignment>(9, {"", "Lees.", "", false})}, 2, 1));
    EXPECT_TRUE(prepare({"", std::vector<Assignment>(8, {"", "Lees.", "", false})}, 2, 1));
}

TEST(Preparation, OneBoxIsEnoughAndOnlyBoxesCount) {
    Preparation const asked{"", {{"lezen", "Lees.", "", false}, {"aan", "Wat sprak je aan?", "", true}, {"af", "Wat niet?", "", true}}};
    EXPECT_FALSE(hand_in(asked, {}));
    EXPECT_FALSE(hand_in(asked, {{"lezen", "gelezen"}, {"vreemd", "x"}})) << "nothing was asked there";
    EXPECT_EQ(*hand_in(asked, {{"aan", "De rust"}, {"vreemd", "x"}, {"af", ""}}), (HomeAnswers{{"aan", "De rust"}}));
    auto const long_one = hand_in(asked, {{"af", std::string(2001, 'x')}});
    ASSERT_FALSE(long_one);
    EXPECT_EQ(long_one.error().fields.front().name, "a-af");
}

} // namespace

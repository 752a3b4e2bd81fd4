// Conversation cards: short enough to read aloud, and of every kind some.
#include "training/card.h"

#include <gtest/gtest.h>

#include <set>

namespace {
using namespace training;

TEST(Card, TheStandardCardsAreShortAndOfEveryKind) {
    std::set<CardKind> kinds;
    for (auto const& card : standard_cards()) {
        kinds.insert(card.kind);
        EXPECT_TRUE(write_card(base::word(card.kind), card.words)) << card.words;
    }
    EXPECT_EQ(kinds.size(), base::Words<CardKind>::entries.size());
}

TEST(Card, WordsAreCountedByTheirSpaces) {
    EXPECT_EQ(word_count(""), 0u);
    EXPECT_EQ(word_count(" \n\t "), 0u);
    EXPECT_EQ(word_count("Eén  woord,\ntwee\r\nregels "), 4u);
}

TEST(Card, HasAtMostEightyWords) {
    auto words = [](int count) {
        std::string all;
        for (int i = 0; i < count; ++i) all += "ja ";
        return all;
    };
    auto field = [](std::string_view kind, std::string const& text) {
        auto card = write_card(kind, text);
        return card ? "fine" : card.error().fields.front().name;
    };
    EXPECT_EQ(field("quote", words(80)), "fine");
    EXPECT_EQ(field("quote", words(81)), "woorden");
    EXPECT_EQ(field("quote", ""), "woorden");
    EXPECT_EQ(field("quote", std::string(501, 'x')), "woorden");
    EXPECT_EQ(field("joke", "Ja."), "soort");
    EXPECT_EQ(write_card("case", words(90)).error().fields.front().why.with.front().second, "90");
}

} // namespace

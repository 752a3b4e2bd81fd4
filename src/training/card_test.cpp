// Conversation cards: short enough to read aloud, and of every kind some.
#include "training/card.h"

#include <gtest/gtest.h>

#include <set>

namespace {
using namespace training;

TEST(Card, TheStandardCardsAreShortAndOfEveryKind) {
    std::set<CardKind> kinds;
    std::set<std::string> names;
    for (auto const& [name, card] : standard_cards()) {
        EXPECT_TRUE(names.insert(name).second) << name;
        kinds.insert(card.kind);
        EXPECT_TRUE(write_card(base::word(card.kind), card.words)) << card.words;
    }
    EXPECT_EQ(kinds.size(), base::Words<CardKind>::entries.size());
}

TEST(Card, WhatIsPutAsideIsNotInTheDeckAndOneCardStays) {
    std::set<std::string> all, but_one;
    for (auto const& card : standard_cards()) all.insert(card.name);
    but_one = all;
    auto const last = standard_cards()[2];
    but_one.erase(last.name);
    CardText const own{CardKind::quote, "Een bal rolt weg."};
    EXPECT_EQ(deck({}, {own}).size(), all.size() + 1);
    EXPECT_EQ(deck({}, {own}).back(), own);
    EXPECT_EQ(deck(but_one, {}), std::vector{last.text});
    EXPECT_EQ(deck(all, {own}), std::vector{own});
    EXPECT_EQ(deck(all, {}).size(), all.size()) << "never an empty deck";
    struct Case {
        std::set<std::string> put_aside;
        std::size_t own;
        bool last_may_go, own_may_go;
    };
    for (auto const& [put_aside, count, last_may_go, own_may_go] : std::initializer_list<Case>{{{}, 0, true, true}, {but_one, 0, false, false}, {but_one, 1, true, true}, {all, 1, true, false}, {all, 2, true, true}, {{"unknown"}, 0, true, true}}) {
        EXPECT_EQ(may_put_aside(last.name, put_aside, count), last_may_go) << put_aside.size() << " " << count;
        EXPECT_EQ(may_remove_own(put_aside, count), own_may_go) << put_aside.size() << " " << count;
    }
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

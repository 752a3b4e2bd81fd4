// The welcome pack: addresses as an envelope shows them, and how long they are kept.
#include "training/pack.h"

#include <gtest/gtest.h>

namespace {
using namespace training;

Address const good{"Anna de Boer", "Dorpsstraat 12b", "4201ab", "Gorinchem"};

TEST(Pack, AnAddressIsTidiedAndReadBack) {
    auto const tidy = send_to(good);
    ASSERT_TRUE(tidy);
    EXPECT_EQ(tidy->postcode, "4201 AB");
    EXPECT_EQ(read_address(written(*tidy)), *tidy);
    EXPECT_EQ(label(*tidy), (std::vector<std::string>{"Anna de Boer", "Dorpsstraat 12b", "4201 AB  Gorinchem"}));
    EXPECT_FALSE(read_address("a\nb\nc"));
    EXPECT_FALSE(read_address(""));
}

TEST(Pack, WhatIsWrongIsSaidAtItsField) {
    auto field = [](auto change) {
        auto typed = good;
        change(typed);
        auto const tidy = send_to(typed);
        return tidy ? "fine" : tidy.error().fields.front().name;
    };
    EXPECT_EQ(field([](auto&) {}), "fine");
    EXPECT_EQ(field([](auto& a) { a.name.clear(); }), "naam");
    EXPECT_EQ(field([](auto& a) { a.street.clear(); }), "straat");
    EXPECT_EQ(field([](auto& a) { a.street = "Dorpsstraat"; }), "straat");
    for (auto const* postcode : {"", "4201", "0201 AB", "42O1 AB", "4201 A1", "4201 ABC"}) EXPECT_EQ(field([&](auto& a) { a.postcode = postcode; }), "postcode") << postcode;
    EXPECT_EQ(field([](auto& a) { a.town.clear(); }), "woonplaats");
    EXPECT_EQ(field([](auto& a) { a.town = std::string(81, 'x'); }), "woonplaats");
}

TEST(Pack, ContentsHaveWords) {
    EXPECT_FALSE(contents(""));
    EXPECT_TRUE(contents("Een kaart"));
    EXPECT_FALSE(contents(std::string(1001, 'x')));
}

TEST(Pack, AnAddressThatWasNeverUsedGoesEightWeeksAfterTheLastEvening) {
    constexpr base::Date given{std::chrono::year{2027}, std::chrono::January, std::chrono::day{4}};
    EXPECT_EQ(address_kept_until(given, base::later(given, 30)), base::later(given, 86));
    EXPECT_EQ(address_kept_until(given, {}), base::later(given, 56));
    EXPECT_EQ(address_kept_until(given, base::later(given, -30)), base::later(given, 56));
}

} // namespace

// An edition: what an evening leaves behind is kept for a year.
#include "training/edition.h"

#include <gtest/gtest.h>

namespace {
using namespace training;

TEST(Edition, WhatAnEveningLeavesIsKeptForAYear) {
    constexpr base::Date evening{std::chrono::year{2025}, std::chrono::November, std::chrono::day{24}};
    EXPECT_FALSE(texts_past(evening, base::later(evening, 365)));
    EXPECT_TRUE(texts_past(evening, base::later(evening, 366)));
}

TEST(Edition, IsNamedAndHasAPlaceOfAtMostAHundredCharacters) {
    auto field = [](std::string const& name, std::string const& place) {
        base::Refusal refusal;
        check_named(refusal, name, place);
        return refusal.empty() ? "fine" : refusal.fields.front().name;
    };
    EXPECT_EQ(field(std::string(100, 'x'), std::string(100, 'x')), "fine");
    EXPECT_EQ(field("", "Wijkcentrum"), "naam");
    EXPECT_EQ(field(std::string(101, 'x'), "Wijkcentrum"), "naam");
    EXPECT_EQ(field("Voorjaar", ""), "plaats");
    EXPECT_EQ(field("Voorjaar", std::string(101, 'x')), "plaats");
}

TEST(Edition, TheSecondEveningIsAfterTheFirst) {
    auto day = [](unsigned number) { return base::Date{std::chrono::year{2027}, std::chrono::March, std::chrono::day{number}}; };
    EditionDraft draft{"Voorjaar", "Wijkcentrum", {day(10), day(17)}, std::chrono::hours{19}};
    EXPECT_TRUE(static_cast<bool>(plan_edition(draft)));
    for (unsigned second : {9U, 10U}) {
        draft.days[1] = day(second);
        auto const planned = plan_edition(draft);
        ASSERT_FALSE(static_cast<bool>(planned));
        EXPECT_EQ(planned.error().fields.front().name, "dag2");
    }
}

} // namespace

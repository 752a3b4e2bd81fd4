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

} // namespace

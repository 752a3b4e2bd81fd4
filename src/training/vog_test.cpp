#include "training/vog.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {
using training::Vog;
using namespace std::chrono;

base::Date const today = 2026y / 11 / 24;
base::Date ago(int days) { return base::later(today, -days); }

TEST(Vog, IsAskedSeenAndSeenAgainAfterThreeYears) {
    struct Case {
        char const* what;
        training::VogFacts facts;
        Vog is;
    };
    for (auto const& each : std::initializer_list<Case>{
             {"not required", {false, {}, {}}, Vog::not_needed},
             {"nothing yet", {true, {}, {}}, Vog::to_ask},
             {"asked", {true, ago(3), {}}, Vog::asked},
             {"seen on the day it was asked", {true, ago(3), ago(3)}, Vog::seen},
             {"seen without being asked here", {true, {}, ago(300)}, Vog::seen},
             {"six weeks before three years are over", {true, {}, 2024y / 1 / 5}, Vog::to_check},
             {"a day earlier than that", {true, {}, 2024y / 1 / 6}, Vog::seen},
             {"long past", {true, {}, 2020y / 1 / 1}, Vog::to_check},
             {"asked again", {true, ago(2), 2023y / 11 / 1}, Vog::asked},
             {"seen again", {true, ago(2), ago(1)}, Vog::seen},
         })
        EXPECT_EQ(training::vog(each.facts, today), each.is) << each.what;
    EXPECT_EQ(training::check_on(2024y / 2 / 29), base::Date{2027y / 2 / 28});
}

TEST(Vog, WhatWasSeenIsNeverAskedForAtOnceAndAlwaysOneDay) {
    rc::check([](int seen_days_ago) {
        auto const seen = ago(std::abs(seen_days_ago % 5000));
        training::VogFacts const facts{true, {}, seen};
        RC_ASSERT((training::vog(facts, today) == Vog::to_check) == (base::days_between(today, training::check_on(seen)) <= 42));
        RC_ASSERT(training::check_on(seen).ok());
    });
}

} // namespace

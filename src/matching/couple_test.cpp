#include "matching/couple.h"

#include "matching/ranking.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace matching {
namespace {

constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
Wanted wanted() { return {{Situation::at_home}, {Way::call}, "Nederlands", 4203, Experience::none}; }
Candidate fit(std::string const& id) { return {visit::PersonId{id}, {Situation::at_home}, {Way::call, Way::message}, "Nederlands", 4201, 1, 0, 0, true, {}}; }
std::vector<Limit> limits(Candidate const& c) { return rank(wanted(), {c}, today).front().limits; }

} // namespace

TEST(Couple, IsOneCandidateWithWhatEitherKnowsAndWhatBothWant) {
    auto one = fit("a"), other = fit("b");
    other.situations = {Situation::tension};
    other.ways = {Way::call, Way::in_person};
    other.languages = "Turks";
    other.earlier_matches = 2;
    auto const both = together(one, other, 0);
    EXPECT_EQ(both.buddy, one.buddy);
    EXPECT_EQ(both.partner, other.buddy);
    EXPECT_EQ(both.situations, (Few<Situation>{Situation::at_home, Situation::tension}));
    EXPECT_EQ(both.ways, Few<Way>{Way::call});
    EXPECT_TRUE(share_language("Turks", both.languages) && share_language("Nederlands", both.languages));
    EXPECT_EQ(both.earlier_matches, 2);
    EXPECT_TRUE(limits(both).empty());
    EXPECT_EQ(rank(wanted(), {both}, today).front().partner, other.buddy);
}

TEST(Couple, WhatForbidsOneForbidsBoth) {
    struct Case {
        void (*spoil)(Candidate&);
        Limit limit;
    };
    for (auto const& [spoil, limit] : std::initializer_list<Case>{
             {[](Candidate& c) { c.ready = false; }, Limit::not_ready},
             {[](Candidate& c) { c.paused_until = base::later(today, 1); }, Limit::paused},
             {[](Candidate& c) { c.ways = {Way::in_person}; }, Limit::way},
             {[](Candidate& c) { c.between.said_no = true; }, Limit::earlier_no},
             {[](Candidate& c) { c.between.same_person = true; }, Limit::same_person},
         })
        for (bool first : {true, false}) {
            auto one = fit("a"), other = fit("b");
            spoil(first ? one : other);
            EXPECT_EQ(limits(together(one, other, 0)), std::vector{limit}) << first;
        }
    EXPECT_EQ(limits(alone(fit("a"), visit::PersonId{"b"})), std::vector{Limit::not_ready});
}

TEST(Couple, HasOnePlaceHoweverMuchEachWouldHaveAlone) {
    EXPECT_TRUE(rc::check([](unsigned first, unsigned second, unsigned live) {
        auto one = fit("a"), other = fit("b");
        one.capacity = static_cast<int>(first % 3) + 1;
        other.capacity = static_cast<int>(second % 3) + 1;
        auto const both = together(one, other, static_cast<int>(live % 5));
        auto const its = limits(both);
        RC_ASSERT((std::find(its.begin(), its.end(), Limit::full) != its.end()) == (static_cast<int>(live % 5) >= std::min(one.capacity, other.capacity)));
    }));
}

TEST(Couple, WhoHaveNoMomentTogetherAreNotTakenForUnknown) {
    auto one = fit("a"), other = fit("b");
    one.times.slots.set(1), other.times.slots.set(2);
    auto both = together(one, other, 0);
    auto w = wanted();
    w.times.slots.set(1);
    auto const part = [&] {
        auto const its = matching::fit(w, both, {}, {today});
        return *std::find_if(its.every.begin(), its.every.end(), [](Part const& each) { return each.kind == PartKind::times; });
    };
    EXPECT_EQ(part().side, Side::con);
    w.times_hard = true;
    EXPECT_EQ(limits(both), std::vector<Limit>{}) << "the wish of another request";
    EXPECT_EQ(rank(w, {both}, today).front().limits, std::vector{Limit::times});
    other.times.slots.set(1);
    both = together(one, other, 0);
    EXPECT_TRUE(rank(w, {both}, today).front().limits.empty());
    EXPECT_EQ(part().side, Side::pro);
}

} // namespace matching

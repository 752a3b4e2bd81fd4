#include "matching/plan.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <rapidcheck.h>

namespace matching {
namespace {

std::string r(std::size_t i) { return "r" + std::to_string(i); }
std::string b(std::size_t i) { return "b" + std::to_string(i); }

/// A world in numbers: scores by request and buddy, with nothing where the pair may not be, and the places of each buddy.
struct Small {
    std::vector<std::vector<std::optional<int>>> scores;
    std::vector<int> places;
    Question question() const {
        Question all;
        for (std::size_t j = 0; j < places.size(); ++j) all.rooms.push_back({b(j), places[j]});
        for (std::size_t i = 0; i < scores.size(); ++i) {
            all.requests.push_back(r(i));
            for (std::size_t j = 0; j < places.size(); ++j)
                if (scores[i][j]) all.choices.push_back({{r(i), b(j)}, *scores[i][j]});
        }
        return all;
    }
};
using Worth = std::pair<std::int64_t, std::int64_t>; // helped, total
Worth worth(Plan const& plan) { return {static_cast<std::int64_t>(plan.helped()), plan.total}; }

/// The slow, obvious one: tries everything, one request after the other.
Worth slow(Small const& world, std::vector<int> left, std::size_t request = 0) {
    if (request == world.scores.size()) return {0, 0};
    auto best = slow(world, left, request + 1);
    for (std::size_t j = 0; j < left.size(); ++j)
        if (world.scores[request][j] && left[j] > 0) {
            --left[j];
            auto [helped, total] = slow(world, left, request + 1);
            best = std::max(best, Worth{helped + 1, total + *world.scores[request][j]});
            ++left[j];
        }
    return best;
}
/// Whether a plan keeps to what may be.
void keeps(Small const& world, Plan const& plan) {
    auto const question = world.question();
    std::set<std::string> seen;
    auto left = world.places;
    std::int64_t total = 0;
    for (auto const& each : plan.pairs) {
        RC_ASSERT(std::find(question.choices.begin(), question.choices.end(), each) != question.choices.end());
        RC_ASSERT(seen.insert(each.pair.request).second);
        RC_ASSERT(--left.at(std::stoul(each.pair.buddy.substr(1))) >= 0);
        total += each.score;
    }
    RC_ASSERT(total == plan.total && std::is_sorted(plan.pairs.begin(), plan.pairs.end()));
}
Small made_up(std::size_t most) {
    Small world;
    auto const requests = *rc::gen::inRange<std::size_t>(0, most + 1), buddies = *rc::gen::inRange<std::size_t>(0, most + 1);
    for (std::size_t j = 0; j < buddies; ++j) world.places.push_back(*rc::gen::inRange(0, 3));
    for (std::size_t i = 0; i < requests; ++i) {
        auto& row = world.scores.emplace_back();
        for (std::size_t j = 0; j < buddies; ++j) row.push_back(*rc::gen::arbitrary<bool>() ? std::optional{*rc::gen::inRange(-3, 9)} : std::nullopt);
    }
    return world;
}

} // namespace

TEST(Plan, IsAsGoodAsTheSlowOneOnAllSmallWorlds) {
    std::array<std::optional<int>, 3> const all{std::nullopt, 1, 3};
    std::size_t worlds = 0;
    for (std::size_t requests = 1; requests <= 3; ++requests)
        for (std::size_t buddies = 1; buddies <= 3; ++buddies) {
            std::size_t count = 1;
            for (std::size_t i = 0; i < requests * buddies; ++i) count *= all.size();
            for (std::size_t n = 0; n < count; ++n)
                for (std::size_t places = 0; places < (std::size_t{1} << buddies); ++places) {
                    if (requests + buddies == 6 && places % 7 != n % 7) continue; // all scores of three by three, each with one or two of the eight rooms
                    Small world;
                    auto left = n;
                    for (std::size_t i = 0; i < requests; ++i) {
                        auto& row = world.scores.emplace_back();
                        for (std::size_t j = 0; j < buddies; ++j, left /= all.size()) row.push_back(all[left % all.size()]);
                    }
                    for (std::size_t j = 0; j < buddies; ++j) world.places.push_back(places >> j & 1 ? 2 : 1);
                    ASSERT_EQ(worth(plan(world.question())), slow(world, world.places)) << testing::PrintToString(world.scores) << testing::PrintToString(world.places);
                    ++worlds;
                }
        }
    EXPECT_GT(worlds, 25000U);
}

TEST(Plan, IsAsGoodAsTheSlowOneOnThousandsOfOthers) {
    for (int round = 0; round < 40; ++round)
        EXPECT_TRUE(rc::check([] {
            auto const world = made_up(5);
            auto const its = plan(world.question());
            keeps(world, its);
            RC_ASSERT(worth(its) == slow(world, world.places));
        }));
}

TEST(Plan, HelpsOnePersonMoreRatherThanOneBetter) {
    Small const world{{{100, 1}, {99, std::nullopt}}, {1, 1}};
    EXPECT_EQ(worth(plan(world.question())), (Worth{2, 100}));
}

TEST(Plan, KeepsFixedPairsAndNeverMakesForbiddenOnes) {
    EXPECT_TRUE(rc::check([] {
        auto world = made_up(5);
        auto const question = world.question();
        if (question.choices.empty()) return;
        auto const fixed = (*rc::gen::elementOf(question.choices)).pair, forbidden = (*rc::gen::elementOf(question.choices)).pair;
        auto const its = plan(question, {{fixed}, {forbidden}});
        keeps(world, its);
        auto has = [&](Pair const& pair) { return std::any_of(its.pairs.begin(), its.pairs.end(), [&](auto const& each) { return each.pair == pair; }); };
        RC_ASSERT(!has(forbidden));
        auto const i = std::stoul(fixed.request.substr(1)), j = std::stoul(fixed.buddy.substr(1));
        bool const can = fixed != forbidden && world.places[j] > 0;
        RC_ASSERT(has(fixed) == can || (!can && !has(fixed)));
        RC_ASSERT(its.refused == (can ? std::vector<Pair>{} : std::vector{fixed}));
        // what is left is as good as can be
        world.scores[std::stoul(forbidden.request.substr(1))][std::stoul(forbidden.buddy.substr(1))] = std::nullopt;
        Worth rest{0, 0};
        if (can) {
            rest = {1, *world.scores[i][j]};
            --world.places[j];
            world.scores.erase(world.scores.begin() + static_cast<std::ptrdiff_t>(i));
        }
        auto const best = slow(world, world.places);
        RC_ASSERT(worth(its) == Worth(rest.first + best.first, rest.second + best.second));
    }));
    Small const world{{{5, 1}, {5, 1}}, {1, 1}};
    EXPECT_EQ(plan(world.question(), {{{r(0), b(0)}, {r(1), b(0)}, {r(0), b(1)}, {r(9), b(0)}}, {}}).refused, (std::vector<Pair>{{r(1), b(0)}, {r(0), b(1)}, {r(9), b(0)}}));
}

TEST(Plan, IsNeverWorseWithABuddyMore) {
    EXPECT_TRUE(rc::check([] {
        auto const more = made_up(6);
        if (more.places.empty()) return;
        auto fewer = more;
        fewer.places.pop_back();
        for (auto& row : fewer.scores) row.pop_back();
        RC_ASSERT(worth(plan(fewer.question())) <= worth(plan(more.question())));
    }));
}

TEST(Plan, DoesNotDependOnTheOrderOfTheQuestionNorOnPairsThatItLeavesOut) {
    EXPECT_TRUE(rc::check([] {
        auto const world = made_up(6);
        auto question = world.question();
        auto const one = plan(question);
        std::reverse(question.requests.begin(), question.requests.end());
        std::reverse(question.rooms.begin(), question.rooms.end());
        std::reverse(question.choices.begin(), question.choices.end());
        RC_ASSERT(plan(question).pairs == one.pairs);
        for (auto const& each : question.choices)
            if (std::find(one.pairs.begin(), one.pairs.end(), each) == one.pairs.end()) RC_ASSERT(compare(one, plan(question, {{}, {each.pair}})).nothing());
    }));
}

TEST(Plan, OfAWaitingListIsThatOfItsQuestion) {
    constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
    std::mt19937 chance{5};
    World world;
    for (std::size_t i = 0; i < 30; ++i) {
        world.requests.push_back({{static_cast<Situation>(chance() % 8)}, {}, "", {}, Experience::none, r(i)});
        if (i < 12) world.buddies.push_back({visit::PersonId{b(i)}, {static_cast<Situation>(chance() % 8)}, {}, "", {}, 2, static_cast<int>(chance() % 3), 0, true, {}});
    }
    Yardstick const by{today};
    auto const one = plan(question(world, by));
    EXPECT_EQ(plan(world, allowed_pairs(world, by)).pairs, one.pairs);
    EXPECT_GT(one.helped(), 5U);
    EXPECT_LT(one.helped(), 30U);
}

TEST(Plan, IsAsGoodUnderOtherNames) {
    EXPECT_TRUE(rc::check([] {
        auto const world = made_up(6);
        auto question = world.question();
        auto const one = worth(plan(question));
        auto rename = [](std::string& id) { std::reverse(id.begin(), id.end()), id += "x"; };
        for (auto& each : question.requests) rename(each);
        for (auto& each : question.rooms) rename(each.buddy);
        for (auto& each : question.choices) rename(each.pair.request), rename(each.pair.buddy);
        RC_ASSERT(worth(plan(question)) == one);
    }));
}

TEST(Plan, HelpsWhoWaitsLongerFirst) {
    EXPECT_TRUE(rc::check([] {
        auto world = made_up(5);
        if (world.scores.empty()) return;
        auto const who = *rc::gen::inRange<std::size_t>(0, world.scores.size());
        auto helped = [&] {
            auto const its = plan(world.question());
            return std::any_of(its.pairs.begin(), its.pairs.end(), [&](auto const& each) { return each.pair.request == r(who); });
        };
        bool const before = helped();
        // waiting longer gives every pair of the request as many points
        for (auto& score : world.scores[who])
            if (score) *score += 2;
        RC_ASSERT(!before || helped());
    }));
}

TEST(Plan, TellsWhatAnotherPlanChanges) {
    Small const world{{{5, 4}, {5, std::nullopt}}, {1, 1}};
    auto const before = plan(world.question(), {{}, {{r(0), b(1)}}}), after = plan(world.question());
    auto const change = compare(before, after);
    EXPECT_EQ(change.helped, 1);
    EXPECT_EQ(change.total, 4);
    EXPECT_FALSE(change.nothing());
    EXPECT_EQ(change.added.size() + change.moved.size(), before.pairs.front().pair.request == r(0) ? 2U : 1U);
    EXPECT_TRUE(change.gone.empty());
    EXPECT_EQ(compare(after, before).gone.size(), 1U);
    EXPECT_TRUE(compare(after, after).nothing());
}

} // namespace matching

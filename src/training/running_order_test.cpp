// The running order: nothing gets lost by moving and skipping, and the clock follows.
#include "training/running_order.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace {
using namespace training;
using std::chrono::minutes;

std::vector<ProgrammePart> const parts{{"a", "A", 10, true, "", "", "", ""}, {"b", "B", 20, false, "", "", "", ""}, {"c", "C", 30, false, "", "", "", ""}, {"d", "D", 40, false, "", "", "", ""}};
std::string spelled(std::vector<KeptPart> const& order) {
    std::string all;
    for (auto const& one : order) all += (one.skipped ? "-" : "") + one.part;
    return all;
}

TEST(RunningOrder, IsAsKeptAndTheRestFollows) {
    EXPECT_EQ(spelled(running_order(parts, {})), "abcd");
    EXPECT_EQ(spelled(running_order(parts, {{"c", true}, {"weg", false}, {"a", false}, {"c", false}})), "-cabd");
}

TEST(RunningOrder, APartPassesTheNextThatIsHeld) {
    auto const order = running_order(parts, {{"a", false}, {"b", false}, {"c", true}, {"d", false}});
    EXPECT_EQ(spelled(moved(order, "b", Direction::later)), "a-cdb");
    EXPECT_EQ(spelled(moved(order, "d", Direction::earlier)), "adb-c");
    EXPECT_EQ(spelled(moved(order, "a", Direction::earlier)), "ab-cd");
    EXPECT_EQ(spelled(moved(order, "d", Direction::later)), "ab-cd");
    EXPECT_EQ(spelled(moved(order, "weg", Direction::later)), "ab-cd");
    EXPECT_EQ(spelled(with_skipped(order, "c", false)), "abcd");
}

TEST(RunningOrder, WhatIsSkippedTakesNoTime) {
    base::Moment const begin{std::chrono::seconds{1'000'000}};
    auto const all = timed(parts, with_skipped(running_order(parts, {}), "b", true), begin);
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[2].begins_at, begin + minutes{10});
    EXPECT_EQ(all[3].ends_at, begin + minutes{80});
    EXPECT_EQ(held_at(all, begin - minutes{1}), nullptr);
    EXPECT_EQ(held_at(all, begin), &all[0]);
    EXPECT_EQ(held_at(all, begin + minutes{10}), &all[2]) << "never the skipped one";
    EXPECT_EQ(held_at(all, begin + minutes{80}), nullptr);
}

RC_GTEST_PROP(RunningOrder, NothingGetsLostOrDoubled, ()) {
    auto order = running_order(parts, {});
    for (int acts = *rc::gen::inRange(0, 20); acts > 0; --acts) {
        auto const& name = parts[*rc::gen::inRange<std::size_t>(0, parts.size())].name;
        switch (*rc::gen::inRange(0, 4)) {
        case 0: order = moved(order, name, Direction::earlier); break;
        case 1: order = moved(order, name, Direction::later); break;
        case 2: order = with_skipped(order, name, true); break;
        default: order = with_skipped(order, name, false);
        }
        RC_ASSERT(running_order(parts, order) == order);
        std::set<std::string> names;
        for (auto const& one : order) names.insert(one.part);
        RC_ASSERT(names.size() == parts.size() && order.size() == parts.size());
        base::Moment at{};
        for (auto const& one : timed(parts, order, at)) {
            RC_ASSERT(one.begins_at == at);
            at = one.ends_at;
        }
    }
}

} // namespace

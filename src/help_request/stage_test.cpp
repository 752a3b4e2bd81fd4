// How far a request is, and which goes first.
#include "help_request/stage.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace help_request {
namespace {

TEST(Stage, FollowsWhatWasDone) {
    struct Case {
        Progress progress;
        Stage stage;
    };
    for (auto const& [progress, expected] : {Case{{}, Stage::to_answer}, Case{{true}, Stage::to_clarify}, Case{{true, true}, Stage::text_waits}, Case{{true, true, true}, Stage::searching}, Case{{true, true, true, false, true}, Stage::rests}, Case{{false, false, false, false, true}, Stage::rests}, Case{{true, true, true, true, true}, Stage::ended}}) EXPECT_EQ(stage(progress), expected);
}

TEST(Haste, NamesEveryReasonOnceTheHeaviestFirst) {
    using H = Haste;
    using S = Situation;
    struct Case {
        std::set<Situation> situations;
        int days;
        std::vector<Haste> reasons;
    };
    for (auto const& each : {Case{{}, 0, {}}, Case{{S::talk_at_school}, 27, {}}, Case{{}, 28, {H::waits_long}}, Case{{}, 55, {H::waits_long}}, Case{{}, 56, {H::waits_very_long}}, Case{{S::tension, S::at_home}, 0, {H::at_home, H::tension}}, Case{{S::tension, S::at_home}, 60, {H::waits_very_long, H::at_home, H::tension}}}) EXPECT_EQ(haste(each.situations, each.days), each.reasons) << each.days;
}

TEST(Haste, PutsRequestsInOneOrder) {
    using S = Situation;
    struct One {
        char const* who;
        std::set<Situation> situations;
        int days;
    };
    std::vector<One> all{{"new", {S::talk_at_school}, 1}, {"tension", {S::tension}, 1}, {"home", {S::at_home}, 1}, {"four weeks", {}, 30}, {"eight weeks", {}, 56}, {"older", {S::talk_at_school}, 9}};
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return goes_first(haste(a.situations, a.days), a.days, haste(b.situations, b.days), b.days); });
    std::vector<std::string> order;
    for (auto const& each : all) order.emplace_back(each.who);
    EXPECT_EQ(order, (std::vector<std::string>{"eight weeks", "home", "four weeks", "tension", "older", "new"}));
    for (auto const& each : all) EXPECT_FALSE(goes_first(haste(each.situations, each.days), each.days, haste(each.situations, each.days), each.days)) << "nothing goes before itself";
}

} // namespace
} // namespace help_request

#include "intake/interview.h"
#include "training/completion.h"
#include "training/edition.h"

#include <gtest/gtest.h>

namespace training {
namespace {
constexpr base::Date day{std::chrono::year{2026}, std::chrono::September, std::chrono::day{1}};
Steps done() { return {{Presence::present, Presence::slides_and_talk}, Decision::goes_on, day, day, true, false}; }
} // namespace

TEST(Completion, NobodyIsReadyBeforeEveryStepIsThere) {
    EXPECT_TRUE(missing(done()).empty());
    struct Case {
        char const* what;
        void (*spoil)(Steps&);
    };
    for (auto const& [what, spoil] : std::initializer_list<Case>{
             {"no training", [](Steps& s) { s.evenings.clear(); }},
             {"an evening missed", [](Steps& s) { s.evenings[1] = Presence::absent; }},
             {"an evening unknown", [](Steps& s) { s.evenings[1].reset(); }},
             {"no decision", [](Steps& s) { s.decision.reset(); }},
             {"a decision to stop", [](Steps& s) { s.decision = Decision::stops; }},
             {"no deployment talk", [](Steps& s) { s.deployment_talk_on.reset(); }},
             {"no certificate seen", [](Steps& s) { s.vog_seen_on.reset(); }},
         }) {
        auto steps = done();
        spoil(steps);
        EXPECT_EQ(missing(steps).size(), 1U) << what;
    }
}

TEST(Completion, OnlyAMissedTrainingPartMayBeLetGo) {
    auto steps = done();
    steps.evenings[1] = Presence::absent;
    steps.decision.reset();
    steps.exempted = true;
    EXPECT_EQ(missing(steps).size(), 1U) << "the decision is still missing";
}

TEST(Interview, IsPlannedAheadForHalfAnHourToAnHour) {
    using namespace std::chrono_literals;
    auto const now = base::moment_of({day, 12h});
    intake::PlanDraft good{base::later(day, 1), std::chrono::minutes{19 * 60}, 45, intake::Way::online, ""};
    EXPECT_TRUE(static_cast<bool>(intake::plan(good, now)));
    auto spoiled = [&](auto spoil) {
        auto draft = good;
        spoil(draft);
        return static_cast<bool>(intake::plan(draft, now));
    };
    EXPECT_FALSE(spoiled([](auto& d) { d.day = base::later(day, -1); }));
    EXPECT_FALSE(spoiled([](auto& d) { d.minutes = 25; }));
    EXPECT_FALSE(spoiled([](auto& d) { d.minutes = 61; }));
    EXPECT_FALSE(spoiled([](auto& d) { d.way = intake::Way::in_person; })) << "people who meet need a place";
    EXPECT_FALSE(spoiled([](auto& d) { d.time.reset(); }));
}

TEST(Outcome, NotYetHasADayToTalkAgain) {
    EXPECT_FALSE(static_cast<bool>(intake::decide({intake::Advice::not_yet, "Later weer.", {}, {}}, day)));
    EXPECT_TRUE(static_cast<bool>(intake::decide({intake::Advice::not_yet, "Later weer.", base::later(day, 90), {}}, day)));
    EXPECT_FALSE(static_cast<bool>(intake::decide({intake::Advice::may_go_on, "Ja.", {}, base::later(day, 1)}, day))) << "discussed on a day still to come";
}

TEST(Leaving, HasAPointOnTheWay) {
    auto const evening = base::moment_of({day, std::chrono::hours{19}});
    EXPECT_EQ(exit_point({}, evening), 2) << "without days yet";
    EXPECT_EQ(exit_point(evening, evening - std::chrono::minutes{1}), 2);
    EXPECT_EQ(exit_point(evening, evening), 3);
}

TEST(Edition, HasTwoEveningsInOrder) {
    using namespace std::chrono_literals;
    EXPECT_TRUE(static_cast<bool>(plan_edition({"Voorjaar", "Wijkcentrum", {day, base::later(day, 21)}, std::chrono::minutes{19 * 60}})));
    EXPECT_FALSE(static_cast<bool>(plan_edition({"Voorjaar", "Wijkcentrum", {day, day}, std::chrono::minutes{19 * 60}})));
}

} // namespace training

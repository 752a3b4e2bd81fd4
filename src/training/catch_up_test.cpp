// Catching up: when it counts, what comes next, and what may be planned.
#include "training/catch_up.h"

#include <gtest/gtest.h>

namespace {
using namespace training;
using A = Appointment;
using S = CatchUpStep;

TEST(CatchUp, CountsAndLeadsOnAsTheTableSays) {
    struct Case {
        A together, alone;
        bool slides;
        std::optional<Presence> counts;
        S next;
    };
    auto const online = Presence::caught_up_online, both = Presence::slides_and_talk;
    for (auto const& each : {Case{A::none, A::none, false, {}, S::plan_together},
                             Case{A::planned, A::none, false, {}, S::await},
                             Case{A::came, A::none, false, online, S::done},
                             Case{A::came, A::came, true, online, S::done},
                             Case{A::missed, A::none, false, {}, S::send_slides},
                             Case{A::missed, A::none, true, {}, S::plan_alone},
                             Case{A::missed, A::planned, true, {}, S::await},
                             Case{A::missed, A::planned, false, {}, S::await},
                             Case{A::missed, A::came, false, {}, S::send_slides}, // the talk alone is not enough
                             Case{A::missed, A::came, true, both, S::done},
                             Case{A::missed, A::missed, true, {}, S::plan_alone},
                             Case{A::none, A::came, true, both, S::done},
                             Case{A::none, A::none, true, {}, S::plan_alone}}) {
        CatchingUp const its{each.together, each.alone, each.slides};
        EXPECT_EQ(caught_up(its), each.counts);
        EXPECT_EQ(next_step(its), each.next) << static_cast<int>(each.together) << static_cast<int>(each.alone) << each.slides;
    }
}

TEST(CatchUp, AnAppointmentIsPlannedWhole) {
    constexpr base::Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{10}};
    auto const now = base::moment_of({today, std::chrono::hours{12}});
    CatchUpDraft const good{CatchUpKind::together, base::later(today, 3), std::chrono::hours{20}, 60, "https://praat.voorbeeld.nl/x", 3};
    ASSERT_TRUE(plan_catch_up(good, now));
    auto field = [&](auto change) {
        auto draft = good;
        change(draft);
        auto const plan = plan_catch_up(draft, now);
        return plan ? "fine" : plan.error().fields.front().name;
    };
    EXPECT_EQ(field([](auto& d) { d.kind.reset(); }), "soort");
    EXPECT_EQ(field([](auto& d) { d.people = 0; }), "persoon");
    EXPECT_EQ(field([](auto& d) { d.kind = CatchUpKind::alone; }), "persoon");
    EXPECT_EQ(field([](auto& d) { d.kind = CatchUpKind::alone, d.people = 1; }), "fine");
    EXPECT_EQ(field([](auto& d) { d.day.reset(); }), "dag");
    EXPECT_EQ(field([&](auto& d) { d.day = today, d.begins = std::chrono::hours{12}; }), "dag");
    EXPECT_EQ(field([](auto& d) { d.begins.reset(); }), "tijd");
    EXPECT_EQ(field([](auto& d) { d.minutes = 14; }), "duur");
    EXPECT_EQ(field([](auto& d) { d.minutes = 181; }), "duur");
    EXPECT_EQ(field([](auto& d) { d.place.clear(); }), "plaats");
}

} // namespace

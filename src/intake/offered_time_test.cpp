// Offered times: what may be offered, until when one may be chosen, when a reminder is due.
#include "intake/offered_time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace intake {
namespace {
using std::chrono::hours;
using std::chrono::minutes;

base::Date const day{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};
base::Moment at(int days, int hour, int minute = 0) { return base::moment_of({base::later(day, days), hours{hour} + minutes{minute}}); }
base::Moment const now = at(0, 12);
TimesDraft draft(std::string times, base::Date on = base::later(day, 2)) { return {on, std::move(times), 45, Way::online, ""}; }
std::string refused(TimesDraft const& typed, std::vector<Span> const& taken = {}) {
    auto offered = offer(typed, taken, now);
    return offered ? "" : offered.error().fields.front().name;
}

TEST(OfferedTime, SeveralTimesOfOneDayInOrder) {
    auto offered = offer(draft("20.30, 19.00 19:45"), {}, now);
    ASSERT_TRUE(offered);
    ASSERT_EQ(offered->size(), 3U);
    EXPECT_EQ((*offered)[0].begins, at(2, 19));
    EXPECT_EQ((*offered)[2].begins, at(2, 20, 30));
}

TEST(OfferedTime, WhatIsWrongIsSaidAtItsField) {
    auto without = [](auto change) {
        auto typed = draft("19.00");
        change(typed);
        return refused(typed);
    };
    EXPECT_EQ(without([](auto&) {}), "");
    EXPECT_EQ(without([](auto& d) { d.day.reset(); }), "dag");
    EXPECT_EQ(without([](auto& d) { d.times = " , "; }), "tijden");
    EXPECT_EQ(without([](auto& d) { d.times = "19.00 half acht"; }), "tijden");
    EXPECT_EQ(without([](auto& d) { d.times = "9.00 10.00 11.00 12.00 13.00 14.00 15.00 16.00 17.00"; }), "tijden") << "nine is too many";
    EXPECT_EQ(without([](auto& d) { d.times = "19.00 19.30"; }), "tijden") << "they overlap";
    EXPECT_EQ(without([](auto& d) { d.times = "19.00 19.45"; }), "");
    EXPECT_EQ(without([](auto& d) { d.minutes = 29; }), "duur");
    EXPECT_EQ(without([](auto& d) { d.minutes = 61; }), "duur");
    EXPECT_EQ(without([](auto& d) { d.way.reset(); }), "manier");
    EXPECT_EQ(without([](auto& d) { d.way = Way::in_person; }), "plaats");
    EXPECT_EQ(without([](auto& d) { d.place = std::string(401, 'x'); }), "plaats");
    EXPECT_EQ(refused(draft("13.00 15.00", day)), "tijden") << "13.00 is within two hours";
    EXPECT_EQ(refused(draft("15.00", day)), "");
}

TEST(OfferedTime, NeverOverWhatIsTaken) {
    std::vector<Span> const taken{{at(2, 19), at(2, 19, 45)}};
    EXPECT_EQ(refused(draft("18.30"), taken), "tijden");
    EXPECT_EQ(refused(draft("19.15"), taken), "tijden");
    EXPECT_EQ(refused(draft("18.15"), taken), "") << "ends as the other begins";
    EXPECT_EQ(refused(draft("19.45"), taken), "");
}

RC_GTEST_PROP(OfferedTime, WhatIsOfferedNeverOverlaps, ()) {
    TimesDraft typed = draft("");
    for (auto quarter : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 96))) typed.times += base::hours(minutes{15 * quarter}) + " ";
    typed.minutes = *rc::gen::inRange(30, 61);
    auto offered = offer(typed, {}, now);
    if (!offered) return;
    for (std::size_t i = 1; i < offered->size(); ++i) RC_ASSERT((*offered)[i - 1].begins + minutes{typed.minutes} <= (*offered)[i].begins);
}

TEST(OfferedTime, RemindsTheDayBeforeInDaytimeOnly) {
    EXPECT_TRUE(remind(at(1, 19), at(0, 9)));
    EXPECT_TRUE(remind(at(1, 19), at(0, 19, 59)));
    EXPECT_TRUE(remind(at(0, 19), at(0, 10))) << "the same day when the day before was missed";
    EXPECT_FALSE(remind(at(1, 19), at(0, 8, 59)));
    EXPECT_FALSE(remind(at(1, 19), at(0, 20)));
    EXPECT_FALSE(remind(at(2, 9), at(0, 10)));
    EXPECT_FALSE(remind(at(0, 9), at(0, 10))) << "it has begun";
}

} // namespace
} // namespace intake

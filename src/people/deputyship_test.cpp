// Standing in: who may, for how long, and when two are in each other's way.
#include "people/deputyship.h"

#include <gtest/gtest.h>

namespace people {
namespace {
using std::chrono::year;
using visit::Independence;
using R = visit::Role;

base::Date day(int of_november) { return year{2026} / 11 / of_november; }
std::string fault(base::Result<Period, base::Refusal> const& its) { return its ? "" : its.error().fields.front().name; }

TEST(Deputyship, OnlyWhoSeesNoFamilyOtherwiseMayStandIn) {
    for (auto role : {R::trainer, R::safety_officer, R::expert}) EXPECT_TRUE(may_stand_in({role}));
    for (auto role : visit::roles) {
        bool const good = role == R::anyone || role == R::trainer || role == R::safety_officer || role == R::expert;
        EXPECT_EQ(may_stand_in({R::trainer, role}), good) << base::word(role);
    }
    EXPECT_FALSE(may_stand_in({R::anyone}));
}

TEST(Deputyship, OutsideThePartnershipOnlyWhoWorksThereToo) {
    EXPECT_TRUE(may_stand_in({R::trainer}, false, Independence::inside));
    EXPECT_FALSE(may_stand_in({R::trainer}, false, Independence::outside));
    EXPECT_TRUE(may_stand_in({R::trainer}, true, Independence::outside));
    EXPECT_FALSE(may_stand_in({R::buddy}, true, Independence::outside));
}

TEST(Deputyship, DaysAreAheadInOrderAndNotTooMany) {
    auto const today = day(10);
    EXPECT_EQ(fault(period(day(11), day(11), false, today)), "");
    EXPECT_EQ(fault(period(day(9), day(12), true, today)), "vanaf");
    EXPECT_EQ(fault(period(day(10), day(12), false, today)), "vanaf") << "parents are told first";
    EXPECT_EQ(fault(period(day(10), day(12), true, today)), "");
    EXPECT_EQ(fault(period({}, day(12), true, today)), "vanaf");
    EXPECT_EQ(fault(period(day(11), {}, true, today)), "tot");
    EXPECT_EQ(fault(period(day(12), day(11), false, today)), "tot");
    EXPECT_EQ(fault(period(day(11), base::later(day(11), most_deputy_days - 1), false, today)), "");
    EXPECT_EQ(fault(period(day(11), base::later(day(11), most_deputy_days), false, today)), "tot");
}

TEST(Deputyship, PeriodsThatShareADayAreInEachOthersWay) {
    Period const here{day(10), day(14)};
    EXPECT_TRUE(overlap(here, {day(14), day(20)}));
    EXPECT_TRUE(overlap(here, {day(1), day(10)}));
    EXPECT_TRUE(overlap(here, {day(11), day(12)}));
    EXPECT_FALSE(overlap(here, {day(15), day(20)}));
    EXPECT_FALSE(overlap(here, {day(1), day(9)}));
}

} // namespace
} // namespace people

// The clock of a proposal and of an offer.
#include "matching/proposal.h"

#include <gtest/gtest.h>

namespace {
using namespace matching;

constexpr base::Date day{std::chrono::year{2027}, std::chrono::March, std::chrono::day{10}};
base::Moment at(int days, int hour = 10) { return base::moment_of({base::later(day, days), std::chrono::hours{hour}}); }

TEST(Proposal, IsRemindedOfOnceOnTheFourthDayAndLapsesOnTheSeventh) {
    EXPECT_EQ(due(at(0), {}, base::later(day, 3)), Due::nothing);
    EXPECT_EQ(due(at(0, 23), {}, base::later(day, 4)), Due::remind) << "days, not hours";
    EXPECT_EQ(due(at(0), at(4), base::later(day, 5)), Due::nothing) << "once";
    EXPECT_EQ(due(at(0), at(4), base::later(day, 6)), Due::nothing);
    EXPECT_EQ(due(at(0), at(4), base::later(day, 7)), Due::lapse);
    EXPECT_EQ(due(at(0), {}, base::later(day, 30)), Due::lapse);
}

TEST(Proposal, BeginsItsClockAnewForWhoAnswersNext) {
    EXPECT_EQ(due(at(5), at(4), base::later(day, 8)), Due::nothing);
    EXPECT_EQ(due(at(5), at(4), base::later(day, 9)), Due::remind) << "the parent was not reminded yet";
    EXPECT_EQ(due(at(5), at(4), base::later(day, 12)), Due::lapse);
}

TEST(Proposal, RestsWhileAQuestionWaits) {
    auto const asked = std::vector<Pause>{{at(2), {}}};
    EXPECT_TRUE(rests(asked));
    EXPECT_EQ(due(at(0), {}, base::later(day, 30), asked), Due::nothing);
    auto const answered = std::vector<Pause>{{at(2), at(5)}};
    EXPECT_FALSE(rests(answered));
    EXPECT_EQ(due(at(0), {}, base::later(day, 6), answered), Due::nothing) << "three days count";
    EXPECT_EQ(due(at(0), {}, base::later(day, 7), answered), Due::remind);
    EXPECT_EQ(due(at(0), at(7), base::later(day, 9), answered), Due::nothing);
    EXPECT_EQ(due(at(0), at(7), base::later(day, 10), answered), Due::lapse);
    EXPECT_EQ(days_counted(at(0), {{at(3), at(6)}, {at(2), at(5)}}, base::later(day, 10)), 6) << "two of a couple at the same time";
    EXPECT_EQ(days_counted(at(4), {{at(1), at(3)}}, base::later(day, 10)), 6) << "before the parent was asked";
    EXPECT_EQ(days_counted(at(0), {{at(2), at(2, 20)}}, base::later(day, 10)), 10) << "within a day";
}

TEST(Offer, IsConfirmedEveryThreeMonths) {
    EXPECT_FALSE(offer_is_old(at(0), base::later(day, 91)));
    EXPECT_TRUE(offer_is_old(at(0), base::later(day, 92)));
}

} // namespace

#include "reports/yield.h"

#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

namespace reports {
namespace {
using namespace std::chrono;

TEST(Yield, TellsHowFarPeopleCame) {
    EXPECT_EQ(furthest({10, 10, 8, 8, 4}), (Reached{0, 2, 0, 4, 4}));
    EXPECT_EQ(furthest({3, 0, 0, 0, 0}), (Reached{3, 0, 0, 0, 0}));
    EXPECT_EQ(furthest({}), (Reached{}));
    EXPECT_EQ(total({{7, 7, 6, 6, 4}, {1, 1, 0, 0, 0}, {2, 2, 2, 2, 0}}), (Reached{10, 10, 8, 8, 4}));
}

RC_GTEST_PROP(Yield, PiecesAddUpToWhoCameAndNoneIsNegative, ()) {
    Reached reached{};
    for (auto& step : reached) step = *rc::gen::inRange(0, 1000);
    auto const pieces = furthest(reached);
    RC_ASSERT(std::accumulate(pieces.begin(), pieces.end(), std::int64_t{0}) == reached[0]);
    for (auto piece : pieces) RC_ASSERT(piece >= 0);
}

TEST(Yield, GoesByPeriod) {
    base::Date const today = year{2026} / 11 / 24;
    EXPECT_FALSE(period("", today).from);
    EXPECT_EQ(period("iets", today).word, "");
    auto const year_now = period("schooljaar-2026", today);
    EXPECT_EQ(year_now.from, base::Date(year{2026} / 8 / 1));
    EXPECT_EQ(year_now.until, base::Date(year{2027} / 8 / 1));
    EXPECT_EQ(period("schooljaar-2020", today).word, "");
    EXPECT_EQ(period("drie-maanden", today).from, base::Date(year{2026} / 8 / 25));
}

TEST(Yield, CountsPerMonthWithoutHoles) {
    EXPECT_TRUE(by_month({}, {}, 12).empty());
    auto const all = by_month({year{2026} / 9 / 1, year{2026} / 9 / 30}, {year{2026} / 11 / 2}, 12);
    EXPECT_EQ(all, (std::vector<MonthCount>{{year{2026} / 9, 2, 0}, {year{2026} / 10, 0, 0}, {year{2026} / 11, 0, 1}}));
    EXPECT_EQ(by_month({year{2020} / 1 / 1, year{2026} / 9 / 1}, {}, 12).size(), 12U);
}

} // namespace
} // namespace reports

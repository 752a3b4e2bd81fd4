// Until when scores are kept.
#include "competence/assessment.h"

#include <gtest/gtest.h>

namespace competence {

TEST(Assessment, ScoresGoAYearAfterLeaving) {
    using namespace std::chrono_literals;
    struct Case {
        base::Date left, today;
        bool past;
    };
    for (auto const& [left, today, past] : std::initializer_list<Case>{
             {2026y / 11 / 24, 2026y / 11 / 24, false},
             {2026y / 11 / 24, 2027y / 11 / 23, false},
             {2026y / 11 / 24, 2027y / 11 / 24, true},
             {2026y / 11 / 24, 2030y / 1 / 1, true},
             {2028y / 2 / 29, 2029y / 2 / 28, false},
             {2028y / 2 / 29, 2029y / 3 / 1, true},
             {2027y / 12 / 31, 2028y / 12 / 30, false},
         })
        EXPECT_EQ(scores_past(left, today), past) << base::iso(left) << " " << base::iso(today);
}

} // namespace competence

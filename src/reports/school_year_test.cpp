#include "reports/school_year.h"

#include <gtest/gtest.h>

namespace reports {

TEST(SchoolYear, BeginsOnTheFirstOfAugust) {
    using namespace std::chrono;
    EXPECT_EQ(school_year(year{2026} / 7 / 31).first, 2025);
    EXPECT_EQ(school_year(year{2026} / 8 / 1).first, 2026);
    EXPECT_EQ(base::local_date(school_year(year{2027} / 1 / 1).from()), base::Date(year{2026} / 8 / 1));
    EXPECT_EQ(school_year(year{2027} / 1 / 1).name(), "2026–2027");
}

} // namespace reports

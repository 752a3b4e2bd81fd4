#include "reports/school_year.h"

namespace reports {
namespace {
base::Moment first_of_august(int year) { return base::moment_of({base::Date{std::chrono::year{year}, std::chrono::August, std::chrono::day{1}}, {}}); }
} // namespace

base::Moment SchoolYear::from() const { return first_of_august(first); }
base::Moment SchoolYear::until() const { return first_of_august(first + 1); }
SchoolYear school_year(base::Date day) { return {static_cast<int>(day.year()) - (day.month() < std::chrono::August ? 1 : 0)}; }

} // namespace reports

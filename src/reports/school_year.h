#pragma once
// A school year (schooljaar) runs from the first of August; totals are exact per whole year, never for a shorter time (R19).
#include "platform/base/clock.h"

#include <string>

namespace reports {

struct SchoolYear {
    int first; ///< 2026 for 2026–2027
    base::Moment from() const;
    base::Moment until() const;
    std::string name() const { return std::to_string(first) + "–" + std::to_string(first + 1); }
};
/// The school year in which a day falls.
SchoolYear school_year(base::Date day);

} // namespace reports

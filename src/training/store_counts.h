#pragma once
// Hatch for reports: a number of the partnership as a whole, nothing else.
#include "platform/db/database.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {
struct Cohort;
}

namespace training {

/// Persons who followed every evening of a training or caught up (or were let off with a reason), counted at the last evening, within [from, until).
std::int64_t trained(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until);
/// Persons of a cohort who were trained in the same sense by now, per line.
std::vector<std::int64_t> trained(db::Door& door, visit::Granted<visit::Action::see_yield, people::Partnership> const& granted, recruitment::Cohort const& cohort, base::Moment now);

} // namespace training

#pragma once
// Hatch for reports: a number of the partnership as a whole, nothing else.
#include "platform/db/database.h"
#include "visit/policy.h"

namespace help_request {

/// Requests asked within [from, until).
std::int64_t asked(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until);

} // namespace help_request

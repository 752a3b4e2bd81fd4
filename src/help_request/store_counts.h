#pragma once
// Hatch for reports: a number of the partnership as a whole, nothing else.
#include "platform/db/database.h"
#include "recruitment/counts.h"
#include "visit/policy.h"

namespace help_request {

/// Requests asked within [from, until).
std::int64_t asked(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until);

using YieldGrant = visit::Granted<visit::Action::see_yield, people::Partnership>;

/// Requests that were asked, per channel; a wish to be called back counts too.
recruitment::Yield request_yield(db::Door& door, YieldGrant const& granted, recruitment::YieldScope const& scope);
/// Requests of a cohort that were clarified, per line.
std::vector<std::int64_t> clarified(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort);

} // namespace help_request

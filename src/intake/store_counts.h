#pragma once
// Hatch for reports: how many of those who signed up were spoken, and may go on; numbers only.
#include "platform/db/database.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {
struct Cohort;
}

namespace intake {

using YieldGrant = visit::Granted<visit::Action::see_yield, people::Partnership>;

/// Persons with an interview that was held by now, per line of the cohort.
std::vector<std::int64_t> interviewed(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort, base::Moment now);
/// Persons with an advice to go on that was discussed with them, per line; not who withdrew before becoming a buddy.
std::vector<std::int64_t> may_go_on(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort);

} // namespace intake

#pragma once
// Hatch for reports: how many requests led to a meeting; numbers only.
#include "platform/db/database.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {
struct Cohort;
}

namespace trajectory {

/// Requests of a cohort whose parent and buddy have met, per line: a planned meeting has passed, or a contact was logged in which they saw each other.
std::vector<std::int64_t> met(db::Door& door, visit::Granted<visit::Action::see_yield, people::Partnership> const& granted, recruitment::Cohort const& cohort, base::Moment now);

} // namespace trajectory

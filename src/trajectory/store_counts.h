#pragma once
// Hatch for reports: how many requests led to a meeting; numbers only.
#include "platform/db/database.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {
struct Cohort;
}

namespace trajectory {

/// The days from each request asked within [from, until) to the first time its people met, in no order: a meeting that passed and that nobody denied, or a contact in which they saw each other.
std::vector<int> days_until_met(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until, base::Moment now);

/// Requests of a cohort whose parent and buddy have met, per line: a planned meeting has passed and nobody denied it, or a contact was logged in which they saw each other.
std::vector<std::int64_t> met(db::Door& door, visit::Granted<visit::Action::see_yield, people::Partnership> const& granted, recruitment::Cohort const& cohort, base::Moment now);

} // namespace trajectory

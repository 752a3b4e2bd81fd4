#pragma once
// Hatch for reports: a number of the partnership as a whole, nothing else.
#include "platform/db/database.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {
struct Cohort;
}

namespace matching {

/// Matches begun within [from, until).
std::int64_t begun(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until);

/// A step on the way of a request.
enum class WaitStep { answered,
                      proposed,
                      matched };
/// The days from each request asked within [from, until) to a step that was reached, in no order; questions that wanted no buddy do not count.
std::vector<int> days_until(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, WaitStep step, base::Moment from, base::Moment until);

using YieldGrant = visit::Granted<visit::Action::see_yield, people::Partnership>;

/// Buddies of a cohort of sign-ups who were ever matched, per line.
std::vector<std::int64_t> matched(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort);
/// Requests of a cohort for which a buddy was ever proposed, per line.
std::vector<std::int64_t> proposed(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort);
/// Requests of a cohort to which buddy and parent both said yes, per line.
std::vector<std::int64_t> both_yes(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort);

} // namespace matching

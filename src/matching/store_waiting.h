#pragma once
// Hatch for keeping in touch: buddies without a match, who is matched, and the days of proposals and ends.
#include "platform/db/database.h"
#include "visit/waiting.h"

#include <vector>

namespace matching {

/// Buddies without a live match whose offer does not rest today, since they became a buddy or their last match ended.
std::vector<visit::Waits> waiting(db::Door& door, base::Date today);
/// Everyone in a live match.
std::vector<visit::PersonId> matched(db::Door& door);
/// Proposals to buddies, and matches that ended.
std::vector<visit::Step> steps(db::Door& door);

} // namespace matching

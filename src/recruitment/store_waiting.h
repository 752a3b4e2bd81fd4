#pragma once
// Hatch for keeping in touch: candidates who wait, and when they signed up.
#include "platform/db/database.h"
#include "visit/waiting.h"

#include <vector>

namespace recruitment {

/// Candidates with a confirmed sign-up that goes on, since it was confirmed.
std::vector<visit::Waits> waiting(db::Door& door);
/// When they signed up.
std::vector<visit::Step> steps(db::Door& door);

} // namespace recruitment

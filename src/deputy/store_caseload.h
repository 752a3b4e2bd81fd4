#pragma once
// Whose case a deputy takes over, and who must therefore be told first.
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <set>

namespace deputy {

/// Parents with an open request or a live match, candidates whose sign-up goes on, and buddies who once asked for a buddy themselves.
std::set<visit::PersonId> caseload(db::Door& door, base::Date today);

} // namespace deputy

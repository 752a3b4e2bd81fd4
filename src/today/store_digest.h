#pragma once
// Who wants the week's letter, in the database.
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <vector>

namespace today {

bool wants_digest(db::Door& door, visit::PersonId const& person);
void choose_digest(db::Write& tx, visit::PersonId const& person, bool wants);
/// Coordinators whose letter of this week is still to go; each is given once.
std::vector<visit::PersonId> digests_due(db::Write& tx, base::Moment now);

} // namespace today

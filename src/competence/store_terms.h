#pragma once
// Hatch: whose scores are past their term. The person may be kept for other reasons; the scores go all the same.
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <vector>

namespace competence {

/// Everyone of whom something was filled in, begun or asked, and who has been neither candidate nor buddy for a year.
std::vector<visit::PersonId> scores_past(db::Door& door, base::Date today);
/// Deletes what someone filled in, began, shared, let go or was asked; pictures of the group stay, for they hold nobody.
void delete_scores(db::Write& tx, visit::PersonId const& person);

} // namespace competence

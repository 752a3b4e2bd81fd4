#pragma once
// Hatch: the steps of one person towards a first match.
#include "platform/db/database.h"
#include "training/completion.h"
#include "visit/viewer.h"

#include <vector>

namespace training {

/// What a person has done of training, decision, deployment talk and VOG.
Steps steps_of(db::Door& door, visit::PersonId const& person, bool vog_required);
/// Everyone who was trained and goes on as a buddy.
std::vector<visit::PersonId> going_on(db::Door& door);

} // namespace training

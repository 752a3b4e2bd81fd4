#pragma once
// Hatch for feedback: whether the buddy of a match was at a talk at school; never when, never how long.
#include "platform/base/id.h"
#include "platform/db/database.h"

namespace matching {
struct Match;
}

namespace trajectory {

bool was_at_school(db::Door& door, base::Id<matching::Match> const& match);

} // namespace trajectory

#pragma once
// Hatch: which matches rest now, so that nobody is reminded of them.
#include "platform/base/id.h"
#include "platform/db/database.h"

#include <set>

namespace matching {
struct Match;
}

namespace trajectory {

std::set<base::Id<matching::Match>> resting(db::Door& door);

} // namespace trajectory

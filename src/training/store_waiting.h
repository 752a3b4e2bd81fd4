#pragma once
// Hatch for keeping in touch: the days of invitation, evenings, decision and deployment talk.
#include "platform/db/database.h"
#include "visit/waiting.h"

#include <vector>

namespace training {

/// Steps in the training of candidates and buddies of now.
std::vector<visit::Step> steps(db::Door& door);

} // namespace training

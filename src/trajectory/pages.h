#pragma once
// Pages of a match: the buddy's one tap, what the parent sees, stopping, and the coordinator's list and closure.
#include "reception/route.h"

#include <vector>

namespace trajectory {

std::vector<reception::Route> routes();

} // namespace trajectory

#pragma once
// The list of buddies, a buddy's page, and the decisions after the training.
#include "reception/route.h"

#include <vector>

namespace training {

std::vector<reception::Route> buddy_routes();

} // namespace training

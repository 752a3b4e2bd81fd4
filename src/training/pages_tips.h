#pragma once
// Tips and tops: giving them, and what trainers read and change after an evening.
#include "reception/route.h"

#include <vector>

namespace training {

std::vector<reception::Route> tips_routes();

} // namespace training

#pragma once
// The page of numbers, for the director and the coordinator.
#include "reception/route.h"

#include <vector>

namespace reports {

std::vector<reception::Route> routes();

} // namespace reports

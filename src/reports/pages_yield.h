#pragma once
// The page of yield per channel (opbrengst), for the coordinator only: per channel the numbers are small.
#include "reception/route.h"

#include <vector>

namespace reports {

std::vector<reception::Route> yield_routes();

} // namespace reports

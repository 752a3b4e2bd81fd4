#pragma once
// The page Vandaag.
#include "reception/route.h"

#include <vector>

namespace today {

std::vector<reception::Route> routes();

} // namespace today

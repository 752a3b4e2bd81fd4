#pragma once
// The page of hours (uren): noting them, the total per month and per school year, and the same as a file.
#include "reception/route.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> hours_routes();

} // namespace recruitment

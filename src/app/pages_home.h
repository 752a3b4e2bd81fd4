#pragma once
// The own page after logging in (/mijn): what waits for someone first, then each of the own tasks under a heading.
#include "reception/route.h"

#include <vector>

namespace app {

std::vector<reception::Route> home_routes();

} // namespace app

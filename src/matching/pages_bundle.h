#pragma once
// What buddies offer together, as schools read it on their own page, and as a buddy sees it first.
#include "reception/visit.h"

#include <vector>

namespace matching {

std::vector<reception::Route> bundle_routes();

} // namespace matching

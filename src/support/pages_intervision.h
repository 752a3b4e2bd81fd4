#pragma once
// Meetings as the coordinator keeps them: planning, who comes, the list on paper, cancelling, and what is noted afterwards.
#include "reception/route.h"

#include <vector>

namespace support {

std::vector<reception::Route> intervision_routes();

} // namespace support

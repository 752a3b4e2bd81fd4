#pragma once
// The list on which a buddy chooses to be for other buddies.
#include "reception/route.h"

#include <vector>

namespace support {

std::vector<reception::Route> buddy_list_routes();

} // namespace support

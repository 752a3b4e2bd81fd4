#pragma once
// Asked by name (gevraagd): someone whom a buddy asked instead of the coordinator reads and answers; and, for the buddy, the ways around the coordinator. Report L1440–1470; rules R20, R22.
#include "reception/route.h"

#include <vector>

namespace support {

std::vector<reception::Route> asked_routes();

} // namespace support

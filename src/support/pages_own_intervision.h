#pragma once
// Meetings as a buddy sees them: coming or not, and a topic beforehand.
#include "reception/route.h"

#include <vector>

namespace support {

std::vector<reception::Route> own_intervision_routes();

} // namespace support

#pragma once
// What a candidate reads and says: the talk that is planned, the outcome after it was discussed, agreement or objection (R9), and how long everything is kept (R28).
#include "reception/route.h"

#include <vector>

namespace intake {

std::vector<reception::Route> own_routes();

} // namespace intake

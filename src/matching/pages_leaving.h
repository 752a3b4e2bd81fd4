#pragma once
// Stopping as a buddy (stoppen): at any moment, by the buddy or together with the coordinator, with or without a reason (R14); not while a match lives, which ends first.
#include "reception/visit.h"

#include <vector>

namespace matching {

std::vector<reception::Route> leaving_routes();

} // namespace matching

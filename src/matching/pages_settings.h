#pragma once
// What a partnership decides about matching: how much each part weighs, how long a trial is, and which areas cannot be reached from each other.
#include "reception/visit.h"

#include <vector>

namespace matching {

std::vector<reception::Route> settings_routes();

} // namespace matching

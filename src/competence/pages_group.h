#pragma once
// What others see of growth: trainers the learning questions and the picture of their group, and each only the moments that someone shared.
#include "reception/route.h"

#include <vector>

namespace competence {

std::vector<reception::Route> group_routes();

} // namespace competence

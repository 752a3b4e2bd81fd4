#pragma once
// Pages of the self-assessment: filling it in, and seeing the own line.
#include "reception/route.h"

#include <vector>

namespace competence {

std::vector<reception::Route> routes();

} // namespace competence

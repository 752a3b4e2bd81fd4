#pragma once
// Pages of the training: editions, who takes part, attendance.
#include "reception/route.h"

#include <vector>

namespace training {

std::vector<reception::Route> routes();

} // namespace training

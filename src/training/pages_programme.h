#pragma once
// The programme of the training: read by coordinator and trainers, changed by the coordinator evening by evening; each change is a version.
#include "reception/visit.h"

#include <vector>

namespace training {

std::vector<reception::Route> programme_routes();

} // namespace training

#pragma once
// Pages of the network (netwerk): professionals, one professional with what was done and what comes next, and the log of all approaches (contactlogboek).
#include "reception/route.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> network_routes();

} // namespace recruitment

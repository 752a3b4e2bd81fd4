#pragma once
// Pages of gatherings for the coordinator: planning, changing, cancelling, who comes, how many came, what is shown afterwards.
#include "reception/route.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> gathering_routes();

} // namespace recruitment

#pragma once
// Pages of campaigns: the start page of recruiting (werving), the list, one campaign with its codes, and its fallback.
#include "reception/route.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> campaign_routes();

} // namespace recruitment

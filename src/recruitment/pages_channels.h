#pragma once
// The page of channels and their codes (kanalen): the fixed ones and the partnership's own.
#include "reception/route.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> channel_routes();

} // namespace recruitment

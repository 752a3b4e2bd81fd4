#pragma once
// A parent's own page of the request: where it stands, changing it, letting it rest, stopping.
#include "reception/route.h"

#include <vector>

namespace help_request {

std::vector<reception::Route> own_routes();

} // namespace help_request

#pragma once
// Pages of one registration: the link in the mail, by which someone changes the number or cancels, and what the coordinator does for one who calls.
#include "reception/route.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> seat_routes();

} // namespace recruitment

#pragma once
// Putting the own data under lock (op slot) and taking the lock off, and what that means for the coordinator, who does not read whose it is. Article 18 of the GDPR (AVG).
#include "reception/route.h"

#include <vector>

namespace app {

std::vector<reception::Route> own_restriction_routes();

} // namespace app

#pragma once
// The terms (bewaartermijnen) as coordinator and administrator read them: what is kept, how long and why, what goes within thirty days, and what went. Numbers only (R28).
#include "reception/route.h"

#include <vector>

namespace app {

std::vector<reception::Route> terms_routes();

} // namespace app

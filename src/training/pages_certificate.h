#pragma once
// The proof of participation (bewijs van deelname) as PDF, for who followed or caught up every evening.
#include "reception/route.h"

#include <vector>

namespace training {

std::vector<reception::Route> certificate_routes();

} // namespace training

#pragma once
// The week at a glance for the coordinator: interviews, times on offer, school holidays.
#include "reception/route.h"

#include <vector>

namespace intake {

std::vector<reception::Route> week_routes();

} // namespace intake

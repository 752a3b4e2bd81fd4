#pragma once
// The page of a school (schoolpagina), open to who has its address: what a buddy is, whom to call, the school's own materials. And the coordinator's list of these pages, with a sheet to print for each.
#include "reception/route.h"

#include <vector>

namespace toolbox {

std::vector<reception::Route> school_routes();

} // namespace toolbox

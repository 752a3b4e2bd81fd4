#pragma once
// The plan for everyone who waits (het plan), and what would be if: for the coordinator, who chooses. Nothing is stored; what is asked stands in the address.
#include "reception/visit.h"

#include <vector>

namespace matching {

std::vector<reception::Route> plan_routes();

} // namespace matching

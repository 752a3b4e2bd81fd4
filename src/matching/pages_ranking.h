#pragma once
// Which buddies fit a request, for the coordinator: in order, with reasons in words; and the proposal of one of them.
#include "reception/visit.h"

#include <vector>

namespace matching {

std::vector<reception::Route> ranking_routes();

} // namespace matching

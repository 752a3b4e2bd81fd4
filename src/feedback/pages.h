#pragma once
// Pages of looking back: the parent's three questions, the coordinator who reads first, the buddy who reads what was meant for the buddy.
#include "reception/route.h"

#include <vector>

namespace feedback {

std::vector<reception::Route> routes();

} // namespace feedback

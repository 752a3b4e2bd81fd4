#pragma once
// Pages of the partnership itself: the settings that everyone reads on every page.
#include "reception/route.h"

#include <vector>

namespace people {

std::vector<reception::Route> routes();

} // namespace people

#pragma once
// Pages of the house as a whole: the first page, who reads along, privacy, accessibility, contact, and the outbox of the demonstration.
#include "reception/route.h"

#include <vector>

namespace app {

std::vector<reception::Route> pages();

} // namespace app

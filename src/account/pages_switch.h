#pragma once
// Changing to another partnership (wisselen van steunpunt) for someone who works for more than one; data never mix.
#include "reception/route.h"

#include <vector>

namespace account {

std::vector<reception::Route> switch_routes();

} // namespace account

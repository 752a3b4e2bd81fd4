#pragma once
// Pages of the toolbox that anybody may open: the list of materials, and each sheet as a page and as PDF.
#include "reception/route.h"

#include <vector>

namespace toolbox {

std::vector<reception::Route> routes();

} // namespace toolbox

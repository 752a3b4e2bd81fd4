#pragma once
// The library: the role card and the texts of a coordinator, to read, print and keep.
#include "reception/route.h"

#include <vector>

namespace support {

std::vector<reception::Route> library_routes();

} // namespace support

#pragma once
// A question rewritten for an expert, and what the expert sees of it: only that version.
#include "reception/route.h"

#include <vector>

namespace support {

std::vector<reception::Route> dilemma_routes();

} // namespace support

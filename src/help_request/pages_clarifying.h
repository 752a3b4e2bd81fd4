#pragma once
// Clarifying a request in a talk, and ending it: what it is about, what it asks of a buddy, what matters to the parent, and the short text. Report L1343–1356.
#include "reception/visit.h"

#include <vector>

namespace help_request {

std::vector<reception::Route> clarifying_routes();

} // namespace help_request

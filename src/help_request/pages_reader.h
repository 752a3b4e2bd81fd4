#pragma once
// Who reads (andere lezer): a parent changes who reads the own request; the coordinator sees that some chose another, and whom, never who they are.
#include "reception/visit.h"

#include <vector>

namespace help_request {

std::vector<reception::Route> reader_routes();

} // namespace help_request

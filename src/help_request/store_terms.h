#pragma once
// Hatch: whom an open request keeps.
#include "platform/db/database.h"
#include "visit/term.h"

namespace help_request {

/// Everyone with a request that is still open, without a day.
std::vector<visit::Term> terms(db::Door& door);

} // namespace help_request

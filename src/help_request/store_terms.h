#pragma once
// Hatch: until when a request keeps who asked (R28).
#include "platform/db/database.h"
#include "visit/term.h"

namespace help_request {

/// Everyone who asked: without a day while a request is open, else with the day eight weeks after it ended.
std::vector<visit::Term> terms(db::Door& door);

} // namespace help_request

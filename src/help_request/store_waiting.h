#pragma once
// Hatch for keeping in touch: parents with an open request, and how far it has come; never its words.
#include "platform/db/database.h"
#include "visit/waiting.h"

#include <vector>

namespace help_request {

/// Parents with an open request, since they asked; the match is another room's.
std::vector<visit::Waits> waiting(db::Door& door);
/// The steps of open requests.
std::vector<visit::Step> steps(db::Door& door);

} // namespace help_request

#pragma once
// Hatch for keeping in touch: the days of talks, and who has an outcome that leads no further for now; never what was said.
#include "platform/db/database.h"
#include "visit/waiting.h"

#include <vector>

namespace intake {

/// Everyone whose standing outcome is not one with which to go on.
std::vector<visit::PersonId> not_going_on(db::Door& door);
/// Talks of candidates that were held, and outcomes that were discussed.
std::vector<visit::Step> steps(db::Door& door, base::Moment now);

} // namespace intake

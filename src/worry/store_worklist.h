#pragma once
// Hatch for Vandaag: one row that names nobody, while a worry waits for someone to take it up (R23).
#include "visit/policy.h"
#include "visit/work.h"

#include "platform/db/database.h"

#include <vector>

namespace worry {

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace worry

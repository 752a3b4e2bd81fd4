#pragma once
// Hatch for Vandaag: feedback to read, before the buddy does.
#include "people/store_people.h"
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace feedback {

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace feedback

#pragma once
// Hatch for Vandaag: what a parent shared with this coordinator and was not opened yet.
#include "people/store_people.h"
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace sharing {

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace sharing

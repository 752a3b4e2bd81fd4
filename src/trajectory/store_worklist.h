#pragma once
// Hatch for Vandaag: first contacts overdue, quiet matches, and buddies who want to talk.
#include "people/store_people.h"
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace trajectory {

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace trajectory

#pragma once
// Hatch for Vandaag: who waits and is to hear something.
#include "people/store_people.h"
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace keep_warm {

/// One row for each who waits: write from three weeks after the last word, call after eight weeks without a step.
std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace keep_warm

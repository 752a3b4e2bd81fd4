#pragma once
// Hatch for Vandaag: interviews to hold, outcomes to record or to tell, objections to talk about, and who is due again.
#include "people/store_people.h"
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace intake {

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace intake

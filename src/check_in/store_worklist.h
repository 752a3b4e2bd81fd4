#pragma once
// Hatch for Vandaag: check-ins after which someone wants a call, answers to read, and who did not answer and may be called.
#include "people/store_people.h"
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace check_in {

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace check_in

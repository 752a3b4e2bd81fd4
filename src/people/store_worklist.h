#pragma once
// Hatch for Vandaag: roles that wait for a coordinator's yes, and one row for all schools where nothing happened for long.
#include "confidentiality/store_keyring.h"
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace people {

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace people

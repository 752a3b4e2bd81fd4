#pragma once
// Hatch for Vandaag: what waits in recruitment.
#include "people/store_people.h"
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace recruitment {

/// Sign-ups that wait: to be planned, or to be called because the mail was not confirmed within three days. A campaign that ended with too few, until its fallback step was done or let go. Next steps with professionals whose day has come.
std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace recruitment

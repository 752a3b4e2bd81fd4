#pragma once
// The schools that stay readable to a coordinator who has another task (andere taak) with a family. Report L760, L1735; rule R21.
#include "people/store_people.h"

#include <map>
#include <string>

namespace help_request {

/// The school of the newest request of each parent with whom this coordinator declared another task; none where none was given.
std::map<visit::PersonId, std::string> kept_schools(db::Door& door, visit::PersonId const& coordinator);

} // namespace help_request

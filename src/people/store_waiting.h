#pragma once
// Hatch for keeping in touch: who has no mail address.
#include "platform/db/database.h"
#include "visit/waiting.h"

#include <vector>

namespace people {

/// Everyone who can only be called.
std::vector<visit::PersonId> without_mail(db::Door& door);

} // namespace people

#pragma once
// The waiting list with the buddies, from the database, for a plan.
#include "matching/search.h"
#include "platform/db/database.h"

namespace matching {

/// Open requests whose text the parent approved and for which no proposal is open, the buddies who went on after the training, and what is known between them.
World waiting_list(db::Door& door, bool vog_required, base::Date today);

} // namespace matching

#pragma once
// The waiting list with the buddies and what is known between them, from the database in as many queries for all as for one.
#include "help_request/help_request.h"
#include "matching/search.h"
#include "platform/db/database.h"

namespace matching {

/// Open requests whose text the parent approved, that do not rest and for which no proposal is open, with every buddy.
World waiting_list(db::Door& door, bool vog_required, base::Date today);
/// One request, whatever its state, with every buddy; without a request when there is none.
World world_of(db::Door& door, help_request::HelpRequestId const& request, bool vog_required, base::Date today);

} // namespace matching

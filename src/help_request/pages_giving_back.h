#pragma once
// Giving a family back (teruggeven): a reader who is no coordinator and cannot read for a parent says so, without a reason; the choice is the parent's again. Rules R21, R22, R29.
#include "help_request/store_help_request.h"
#include "reception/visit.h"

#include <vector>

namespace help_request {

/// On the page of a request: the way to give it back, for a reader who may not declare another task.
void giving_back_part(html::Page& page, reception::Visit& v, Entry const& entry);

std::vector<reception::Route> giving_back_routes();

} // namespace help_request

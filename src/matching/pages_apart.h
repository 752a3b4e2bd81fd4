#pragma once
// Who is kept apart from whom, for the coordinator: beside the buddies for a request. No reason is asked or stored.
#include "reception/visit.h"

#include <vector>

namespace matching {

/// Who is kept apart from the parent of a request, each with a way back; nothing when nobody is.
void put_apart(html::Page& page, reception::Visit& v, std::string const& request, visit::PersonId const& parent);

std::vector<reception::Route> apart_routes();

} // namespace matching

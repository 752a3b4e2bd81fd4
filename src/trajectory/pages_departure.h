#pragma once
// When one of a couple has left: the parent says whether it goes on with the other. Report L541–567, L1402–1425.
#include "matching/store_matching.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <vector>

namespace trajectory {

/// The question to the parent, or to the coordinator who asks it by phone, as long as it is not answered.
void departure_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match);
std::vector<reception::Route> departure_routes();
/// Tells the parent that there is something to choose, and takes a planned meeting out of the calendar of who left.
std::map<std::string, people::Worker> departure_workers();

} // namespace trajectory

#pragma once
// Pages of the rhythm: what the parent chooses, and letting a match rest or waking it, by either of the two.
#include "matching/store_matching.h"
#include "reception/visit.h"

#include <vector>

namespace trajectory {

/// On the own page of one of the two: rhythm, who begins, whether it rests, and what can be done about it.
void rhythm_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match);
std::vector<reception::Route> rhythm_routes();

} // namespace trajectory

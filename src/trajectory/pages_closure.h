#pragma once
// Pages of the closure: stopping by either of the two, closing by the coordinator, what someone reads afterwards, the proof of a buddy, and the one question later.
#include "matching/store_matching.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <vector>

namespace trajectory {

/// On the coordinator's page of a match: closing it, or what is still to be done after its end.
void closure_desk_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match, base::Refusal const* refusal);
/// Asks the one question of every closure for which it is due.
void ask_later_ones(people::Post& post, std::string const& partnership);
std::vector<reception::Route> closure_routes();

} // namespace trajectory

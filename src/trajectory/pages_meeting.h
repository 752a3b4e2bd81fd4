#pragma once
// Planning the first meeting, by the parent, the buddy or the coordinator; each gets a calendar file of their own.
#include "matching/store_matching.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <vector>

namespace trajectory {

/// The meeting of a match as its two people see it, with what they can do.
void meeting_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match);
std::vector<reception::Route> meeting_routes();
/// What was planned for a match that ends goes off, in neutral words.
void call_off(db::Write& tx, reception::Visit& v, matching::MatchId const& match);
/// Invitations, and the round that nudges buddies of quiet matches and asks after meetings of yesterday and trials that are over.
std::map<std::string, people::Worker> workers();

} // namespace trajectory

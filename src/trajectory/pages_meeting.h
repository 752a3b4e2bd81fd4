#pragma once
// Planning the first meeting, by the parent, the buddy or the coordinator; each gets a calendar file of their own.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace trajectory {

std::vector<reception::Route> meeting_routes();
/// Invitations, and the round that nudges buddies of quiet matches.
std::map<std::string, people::Worker> workers();

} // namespace trajectory

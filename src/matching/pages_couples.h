#pragma once
// Couples (buddyparen): the coordinator's list, making and parting, and a half's own page.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <string>
#include <vector>

namespace matching {

std::vector<reception::Route> couple_routes();
/// The round that parts a couple of which one is no longer buddy or candidate.
std::map<std::string, people::Worker> couple_workers();

} // namespace matching

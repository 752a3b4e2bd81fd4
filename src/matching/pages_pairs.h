#pragma once
// Two who found each other: the coordinator registers them, each says yes, and one tap makes them a match once nothing is missing.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <string>
#include <vector>

namespace matching {

std::vector<reception::Route> pair_routes();
std::map<std::string, people::Worker> pair_workers();

} // namespace matching

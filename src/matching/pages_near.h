#pragma once
// Whether a buddy of the own school or village may come: the question to the parent, and the answer on the parent's own page or told to the coordinator. R11.
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <vector>

namespace matching {

std::vector<reception::Route> near_routes();
std::map<std::string, people::Worker> near_workers();

} // namespace matching

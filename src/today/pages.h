#pragma once
// The page Vandaag.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace today {

std::vector<reception::Route> routes();
/// The kinds of jobs of this room.
std::map<std::string, people::Worker> workers();

} // namespace today

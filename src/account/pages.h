#pragma once
// Pages for getting in and out, the second step, one's own data and who looked.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace account {

std::vector<reception::Route> routes();
/// The kinds of jobs of this room.
std::map<std::string, people::Worker> workers();

} // namespace account

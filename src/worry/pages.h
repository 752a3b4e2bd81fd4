#pragma once
// Pages of a worry about safety: telling one, who to call, and the safety officer's own desk.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace worry {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace worry

#pragma once
// Pages of matching: the buddy's offer, the ranked buddies, and both answers, each seeing only what belongs to that moment.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace matching {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace matching

#pragma once
// Pages for keeping in touch: the coordinator writes or notes a call, who waits reads it on the own page; and the round that writes when nobody did.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace keep_warm {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace keep_warm

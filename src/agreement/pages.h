#pragma once
// Pages of the agreement: the coordinator keeps the text, a buddy reads and accepts it.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace agreement {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace agreement

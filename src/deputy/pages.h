#pragma once
// Pages of standing in: the coordinator's, the deputy's own, and the parent's choice to let the case rest.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <string>
#include <vector>

namespace deputy {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace deputy

#pragma once
// Pages of a help request: the coordinator's list and talk, and the parent's own page.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace help_request {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace help_request

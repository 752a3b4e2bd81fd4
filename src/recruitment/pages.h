#pragma once
// Pages of recruitment: becoming a buddy (public), the links in its mail, and the coordinator's list.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace recruitment {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace recruitment

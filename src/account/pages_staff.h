#pragma once
// Who has which task (rol) in the partnership: the administrator enters, a coordinator confirms. Parents, candidates and buddies are not shown here.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace account {

std::vector<reception::Route> staff_routes();
std::map<std::string, people::Worker> staff_workers();

} // namespace account

#pragma once
// Pages of the check-ins: one's own, and the coordinator's list where answers are read or typed by phone.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace check_in {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace check_in

#pragma once
// Pages of asking for a buddy: public, one question a page; being called back; the coordinator's list and talk; the parent's own page.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace help_request {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace help_request

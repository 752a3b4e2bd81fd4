#pragma once
// Pages of the interview: planning, the checklist during the talk, the outcome, and what the candidate reads of it.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace intake {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace intake

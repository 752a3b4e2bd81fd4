#pragma once
// Pages of the training: editions, attendance, and each buddy's way to a first match.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace training {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace training

#pragma once
// Pages of the buddy's questions.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace support {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace support

#pragma once
// Pages of the support of buddies: questions, meetings, the list of buddies and the library; the handlers stand by noun in the files beside this one.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace support {

std::vector<reception::Route> routes();
std::map<std::string, people::Worker> workers();

} // namespace support

#pragma once
// Thinking along: the parent's page, and what a professional sees behind the link in a mail.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <string>
#include <vector>

namespace matching {

std::vector<reception::Route> thought_routes();
/// The mail with the link, and the notice to the parent that something was written.
std::map<std::string, people::Worker> thought_workers();

} // namespace matching

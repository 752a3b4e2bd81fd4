#pragma once
// Choosing a time for the interview, by the one who signed up: logged in, or by the link in the mail.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace intake {

std::vector<reception::Route> choice_routes();
std::map<std::string, people::Worker> choice_workers();

} // namespace intake

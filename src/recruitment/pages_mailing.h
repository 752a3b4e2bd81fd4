#pragma once
// Pages of mailings: choosing receivers and a template, the text, the preview, sending, and what was sent.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace recruitment {

std::vector<reception::Route> mailing_routes();
std::map<std::string, people::Worker> mailing_workers();

} // namespace recruitment

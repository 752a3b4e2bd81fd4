#pragma once
// Pages of a referral: the professional who points out, the parent who decides, the coordinator who calls.
#include "people/post.h"
#include "reception/visit.h"
#include "recruitment/store_sign_up.h"

#include <map>
#include <vector>

namespace recruitment {

std::vector<reception::Route> referral_routes();
std::map<std::string, people::Worker> referral_workers();
/// On the page of a sign-up: the school, and the referral behind it with what the parent lets the coordinator read.
void add_background(reception::Visit& v, html::Page& page, Entry const& entry);

} // namespace recruitment

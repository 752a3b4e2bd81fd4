#pragma once
// Pages of registering for a gathering: what everyone sees and sends, without an account. Also the parts that the page of one's own place shows.
#include "reception/visit.h"
#include "recruitment/store_gatherings.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> registration_routes();

/// When a gathering begins and ends and where it is, as facts that everyone may know; an online link is told by mail only.
void when_and_where(reception::Visit& v, html::Page& page, GatheringRow const& row);
/// The choice with how many someone comes.
std::vector<html::Option> how_many();

} // namespace recruitment

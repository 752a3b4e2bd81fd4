#pragma once
// Pages of contacts: one tap for the buddy, the log for both, and making it right by who logged it or by the parent.
#include "matching/store_matching.h"
#include "reception/visit.h"
#include "trajectory/store_contact.h"

#include <vector>

namespace trajectory {

/// The contacts of a match, each a link to make it right: for the parent every one, for a buddy the own ones.
void contact_list(html::Page& page, reception::Visit& v, matching::MatchRow const& match, std::vector<ContactRow> const& contacts);
/// The buddy's own page of a match, with a form that was refused or without.
http::Response buddy_page(reception::Visit& v, base::Refusal const* refusal);
std::vector<reception::Route> contact_routes();

} // namespace trajectory

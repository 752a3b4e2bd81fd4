#pragma once
// Who may be the same person as someone who signed up: side by side for the coordinator, who decides; nothing is merged.
#include "reception/visit.h"
#include "recruitment/store_sign_up.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> likeness_routes();
/// On the page of a sign-up: that someone else has the same name, number or address, and the way to compare them.
void add_likeness(reception::Visit& v, html::Page& page, Entry const& entry);

} // namespace recruitment

#pragma once
// The parent's own request (mijn vraag): where it stands, everything answered and written about it, and what the parent can do with it. Rules R14, R29.
#include "reception/visit.h"

#include <vector>

namespace help_request {

/// The page itself, the yes to the text, resting, stopping and taking that back.
std::vector<reception::Route> own_routes();
/// Changing the answers, and asking again.
std::vector<reception::Route> change_routes();

} // namespace help_request

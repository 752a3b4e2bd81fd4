#pragma once
// By which way (bereikbaar) the two of a match reach each other; each chooses, and may choose again. Mission 3a.
#include "matching/store_matching.h"
#include "people/store_people.h"
#include "reception/visit.h"

#include <vector>

namespace trajectory {

/// How one of the other side is reached, or that a meeting is all that was given.
void way_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match, people::Known const& other, matching::Gives gives);
/// What the viewer gives, with the way to change it.
void own_way_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match);
std::vector<reception::Route> way_routes();

} // namespace trajectory

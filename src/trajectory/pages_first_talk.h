#pragma once
// The leaflet and the guide of a first talk, to read on a page and to print as PDF.
#include "reception/visit.h"

#include <vector>

namespace trajectory {

/// The link to what the viewer can read before a first talk.
void first_talk_part(html::Page& page, bool for_buddy);
std::vector<reception::Route> first_talk_routes();

} // namespace trajectory

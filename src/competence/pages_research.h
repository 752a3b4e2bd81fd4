#pragma once
// Research: the buddy says yes or takes it back; the researcher takes a file along, or reads why there is none yet.
#include "reception/visit.h"

#include <vector>

namespace competence {

/// What a buddy reads and does about research on the own page.
void research_part(html::Page& page, reception::Visit& v);

std::vector<reception::Route> research_routes();

} // namespace competence

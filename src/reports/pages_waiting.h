#pragma once
// How long parents wait, per school year: to a first answer, a proposal, a match and a first meeting.
#include "reception/route.h"

#include <vector>

namespace reports {

std::vector<reception::Route> waiting_routes();

} // namespace reports

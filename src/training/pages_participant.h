#pragma once
// A trainer's view of one participant (groepslid): name, attendance, what was handed in, learning points that were released; nothing of the interview (R8).
#include "reception/visit.h"

#include <vector>

namespace training {

std::vector<reception::Route> participant_routes();

} // namespace training

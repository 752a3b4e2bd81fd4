#pragma once
// Pages of learning points: the coordinator writes them beside the interview, the candidate says yes or no per item.
#include "intake/store_interview.h"
#include "reception/visit.h"

#include <vector>

namespace intake {

std::vector<reception::Route> learning_point_routes();
/// The part of an interview's page where learning points are read and written.
void learning_points_part(html::Page& page, reception::Visit& v, Entry const& interview);

} // namespace intake

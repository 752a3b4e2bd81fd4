#pragma once
// The list of trainings: all of them for the coordinator, one's own for a trainer; with a search word, an order and pages.
#include "reception/route.h"

#include <vector>

namespace training {

std::vector<reception::Route> edition_list_routes();

} // namespace training

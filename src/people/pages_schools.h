#pragma once
// Pages of schools (scholen) for the coordinator: the list that shows where something was done and where not, one school, and recording what was done, for one school or for many.
#include "reception/route.h"

#include <vector>

namespace people {

std::vector<reception::Route> school_routes();

} // namespace people

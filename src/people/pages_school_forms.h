#pragma once
// Forms about a school (school) for the coordinator: adding and changing it, what was arranged, its contacts, closing and opening again.
#include "reception/route.h"

#include <vector>

namespace people {

std::vector<reception::Route> school_form_routes();

} // namespace people

#pragma once
// A participant's own page of the training: when, whether one comes, and what there is to do.
#include "reception/route.h"

#include <vector>

namespace training {

std::vector<reception::Route> own_routes();

} // namespace training

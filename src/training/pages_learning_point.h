#pragma once
// What participants released to the trainers of their own edition, on a page apart: the edition's page may stand on a wall (R8).
#include "reception/route.h"

#include <vector>

namespace training {

std::vector<reception::Route> learning_point_routes();

} // namespace training

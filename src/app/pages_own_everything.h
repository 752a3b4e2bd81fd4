#pragma once
// All of one's own data (mijn gegevens): to read, as a file and as a print, for everyone who is logged in and has just shown who it is (R18, R27).
#include "reception/route.h"

#include <vector>

namespace app {

std::vector<reception::Route> own_everything_routes();

} // namespace app

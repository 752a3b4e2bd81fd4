#pragma once
// How the program itself is doing (gezondheid), for the administrator: work that waits, mail that does not leave, where data stand; no contents, no people.
#include "reception/route.h"

#include <vector>

namespace app {

std::vector<reception::Route> health_pages();

} // namespace app

#pragma once
// One's own data (mijn gegevens): see, correct, who looked, where one is logged in, and taking back each consent with what that does (R18, R27).
#include "reception/route.h"

#include <vector>

namespace account {

std::vector<reception::Route> own_data_routes();

} // namespace account

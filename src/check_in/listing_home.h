#pragma once
// Hatch for the home page: that a check-in is open.
#include "reception/visit.h"

namespace check_in {

void home_part(html::Page& page, reception::Visit& v);

} // namespace check_in

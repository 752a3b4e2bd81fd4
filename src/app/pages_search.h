#pragma once
// Searching a list (zoeken) by someone who is logged in: the word is posted and comes back sealed, so that no name stands in an address, a history or the log of a proxy.
#include "reception/route.h"

namespace app {

std::vector<reception::Route> search_routes();

} // namespace app

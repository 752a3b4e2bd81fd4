#pragma once
// The coordinator's pages of a text: change it, look at a version, publish or take back, put it before readers; and the page on which a reader comments by a link.
#include "reception/route.h"

#include <vector>

namespace toolbox {

std::vector<reception::Route> text_routes();
std::vector<reception::Route> reading_routes();

} // namespace toolbox

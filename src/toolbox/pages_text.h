#pragma once
// The coordinator's pages of a text: change it, look at a version, publish or take back, put it before readers; and the page on which a reader comments by a link.
#include "reception/visit.h"
#include "toolbox/material.h"

#include <vector>

namespace toolbox {

/// Tells the coordinator that nobody else comes to this sheet yet, with the way to approve its standard text.
void put_draft(html::Page& page, Sheet const& sheet);

std::vector<reception::Route> text_routes();
std::vector<reception::Route> reading_routes();

} // namespace toolbox

#pragma once
// Pages of recordings: asking, saying yes or no, the link while everyone agrees, and removing.
#include "people/post.h"
#include "reception/visit.h"
#include "training/store_edition.h"

#include <map>
#include <vector>

namespace training {

/// The recordings about which a participant is asked, on the own page.
void recordings_part(html::Page& page, reception::Visit& v);
std::vector<reception::Route> recording_routes();
std::map<std::string, people::Worker> recording_workers();

} // namespace training

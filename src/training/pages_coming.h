#pragma once
// Coming or not (kom je): what who was invited says of each evening, and taking someone out of a group.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

/// On the own page: the evenings to come, with a yes or a no for each.
void coming_part(html::Page& page, reception::Visit& v, std::vector<EveningRow> const& evenings);
/// For the coordinator: taking people out of a group that still meets.
void leaving_part(html::Page& page, reception::Visit& v, EditionRow const& edition, std::vector<visit::PersonId> const& participants);
std::vector<reception::Route> coming_routes();

} // namespace training

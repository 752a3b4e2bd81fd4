#pragma once
// Preparing at home: what is asked before each evening, and a participant's own page to answer on.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

/// On the page of a participant: the preparation of each evening and whether it was handed in.
void own_preparation_part(html::Page& page, reception::Visit& v, EditionRow const& edition, std::vector<EveningRow> const& evenings);

std::vector<reception::Route> preparation_routes();

} // namespace training

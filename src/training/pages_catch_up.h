#pragma once
// Catching up an evening: who missed it, appointments together and alone, slides, and who came.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

/// On the page of a participant: when one catches up, and the slides of evenings that have been.
void own_catch_up_part(html::Page& page, reception::Visit& v, std::vector<EveningRow> const& evenings);

std::vector<reception::Route> catch_up_routes();

} // namespace training

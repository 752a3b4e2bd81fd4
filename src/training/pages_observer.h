#pragma once
// Observers (waarnemers): the coordinator appoints one for an evening, participants are told, and the observer fills in the guide of that evening.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

/// On the page of a participant: who watches which evening, and what for.
void observers_part(html::Page& page, reception::Visit& v, EditionId const& edition, std::vector<EveningRow> const& evenings);

std::vector<reception::Route> observer_routes();

} // namespace training

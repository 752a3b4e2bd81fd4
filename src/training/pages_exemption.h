#pragma once
// Letting a missed part of the training go (vrijstelling): by the coordinator, with a reason that is kept and logged (R10).
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

/// The part of a buddy's page about it: a way to let it go where something was missed, and that it was.
void exemption_part(html::Page& page, ReadinessRow const& readiness, Steps const& steps);
std::vector<reception::Route> exemption_routes();

} // namespace training

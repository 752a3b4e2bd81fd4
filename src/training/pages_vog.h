#pragma once
// The VOG on a buddy's page: asking for it and having seen it.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

std::vector<reception::Route> vog_routes();
/// The part of a buddy's page about the VOG; nothing where none is required.
void vog_part(html::Page& page, reception::Visit& v, ReadinessRow const& readiness);

} // namespace training

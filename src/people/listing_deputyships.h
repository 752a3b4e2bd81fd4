#pragma once
// What someone reads on the own page about who stands in for the coordinator.
#include "reception/visit.h"

namespace people {

/// Says who stands in, when and where that person works, to who was told of it; a parent may let the case rest, or no longer. Nothing for anyone else.
void deputyships_told(html::Page& page, reception::Visit& v);

} // namespace people

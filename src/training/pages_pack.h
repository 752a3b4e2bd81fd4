#pragma once
// The welcome pack: its contents, addresses asked of the group and given, labels, and that it was sent.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

/// On the page of a participant: an address is asked for, is there, or was used.
void own_pack_part(html::Page& page, reception::Visit& v, EditionId const& edition);

std::vector<reception::Route> pack_routes();

} // namespace training

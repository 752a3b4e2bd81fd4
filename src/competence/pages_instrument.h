#pragma once
// The instrument as a partnership words it: changing it, its versions, and how a page shows one.
#include "competence/store_instrument.h"
#include "reception/visit.h"

#include <vector>

namespace competence {

/// One statement as a page says it.
struct ShownStatement {
    html::Said words, low, high;
};
/// The statements of a version.
std::vector<ShownStatement> shown_statements(reception::Visit& v, int version);
std::vector<reception::Route> instrument_routes();

} // namespace competence

#include "matching/store_terms.h"

namespace matching {

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& person : door.column<visit::PersonId>("select parent from matches where partnership = :partnership union select buddy from matches where partnership = :partnership union select partner from matches where partnership = :partnership and partner is not null union select person from departures where partnership = :partnership", door.scope().partnership)) all.push_back({person, {}});
    return all;
}

} // namespace matching

#include "help_request/store_terms.h"

namespace help_request {

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& person : door.column<visit::PersonId>("select distinct person from help_requests where partnership = :partnership and ended_at is null", door.scope().partnership)) all.push_back({person, {}});
    return all;
}

} // namespace help_request

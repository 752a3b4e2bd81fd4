#include "people/store_terms.h"

namespace people {

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& person : door.column<visit::PersonId>("select distinct person from person_roles where partnership = :partnership and until is null and role not in ('candidate', 'asking_parent')", door.scope().partnership)) all.push_back({person, {}});
    return all;
}

} // namespace people

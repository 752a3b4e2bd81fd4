#include "account/listing_correction.h"

#include <algorithm>

namespace account {

bool is_helped(db::Door& door, visit::PersonId const& person) {
    auto const roles = people::roles_of(door, person);
    bool const here = std::any_of(roles.begin(), roles.end(), [](auto const& row) { return row.role == visit::Role::candidate || row.role == visit::Role::buddy || row.role == visit::Role::asking_parent; });
    return here && std::none_of(roles.begin(), roles.end(), [](auto const& row) { return visit::is_staff(row.role); });
}

void put_correction_link(reception::Visit& v, html::Page& page, visit::PersonId const& person) {
    if (v.viewer().is(visit::Role::coordinator) && !v.viewer().reader && is_helped(v.read(), person)) page.link("/mensen/" + person.value() + "/gegevens", base::tr("Verbeter naam, telefoon of mailadres"));
}

} // namespace account

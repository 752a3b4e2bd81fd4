#include "support/store_buddy_list.h"

#include <algorithm>

namespace support {

void keep_listed(db::Write& tx, visit::PersonId const& person, Listed const& its, base::Moment now) {
    tx.run("insert into buddy_list (partnership, person, phone, mail, themes, since) values (:partnership, :person, :phone, :mail, :themes, :now) on conflict (partnership, person) do update set phone = :phone, mail = :mail, themes = :themes", tx.scope().partnership, person, its.phone, its.mail, joined(its.themes), now);
}
void leave_list(db::Write& tx, visit::PersonId const& person) { tx.run("delete from buddy_list where partnership = :partnership and person = :person", tx.scope().partnership, person); }
std::optional<ListedRow> listed_of(db::Door& door, visit::PersonId const& person) { return door.find<ListedRow>("select person, phone, mail, themes from buddy_list where partnership = :partnership and person = :person", door.scope().partnership, person); }
std::vector<ListedRow> buddy_list(db::Door& door) {
    auto all = door.list<ListedRow>("select person, phone, mail, themes from buddy_list where partnership = :partnership order by person", door.scope().partnership);
    auto const buddies = people::with_role(door, visit::Role::buddy);
    std::erase_if(all, [&](auto const& row) { return std::find(buddies.begin(), buddies.end(), row.person) == buddies.end(); });
    return all;
}
void leave_with_role(db::Write& tx) {
    auto const buddies = people::with_role(tx, visit::Role::buddy);
    for (auto const& person : tx.column<visit::PersonId>("select person from buddy_list where partnership = :partnership", tx.scope().partnership))
        if (std::find(buddies.begin(), buddies.end(), person) == buddies.end()) leave_list(tx, person);
}

} // namespace support

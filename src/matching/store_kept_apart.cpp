#include "matching/store_kept_apart.h"

#include <algorithm>

namespace matching {

std::vector<ApartRow> kept_apart_from(db::Door& door, visit::PersonId const& person) { return door.list<ApartRow>("select one, other, kind from kept_apart where partnership = :partnership and (one = :person or other = :person) order by set_at, one, other", door.scope().partnership, person); }
void keep_apart(db::Write& tx, visit::PersonId const& one, visit::PersonId const& other, ApartKind kind, visit::PersonId const& by, base::Moment now) {
    if (one == other) return;
    auto const& [first, second] = std::minmax(one, other);
    tx.run("insert into kept_apart (partnership, one, other, kind, set_by, set_at) values (:partnership, :one, :other, :kind, :by, :now) on conflict (partnership, one, other) do update set kind = :kind, set_by = :by, set_at = :now", tx.scope().partnership, first, second, kind, by, now);
}
void let_together(db::Write& tx, visit::PersonId const& one, visit::PersonId const& other) {
    auto const& [first, second] = std::minmax(one, other);
    tx.run("delete from kept_apart where partnership = :partnership and one = :one and other = :other", tx.scope().partnership, first, second);
}

} // namespace matching

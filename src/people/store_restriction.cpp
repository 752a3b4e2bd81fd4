#include "people/store_restriction.h"

#include <algorithm>

namespace people {

void restrict_data(db::Write& tx, PersonId const& person, base::Moment now) {
    tx.run("insert into restrictions (partnership, person, since) values (:partnership, :person, :now) on conflict do nothing", tx.scope().partnership, person, now);
    // locked again within the second in which it was taken off
    tx.run("update restrictions set ended_at = null where partnership = :partnership and person = :person and since = :now", tx.scope().partnership, person, now);
}
void lift_restriction(db::Write& tx, PersonId const& person, base::Moment now) { tx.run("update restrictions set ended_at = :now where partnership = :partnership and person = :person and ended_at is null", now, tx.scope().partnership, person); }
std::optional<base::Moment> restricted_since(db::Door& door, PersonId const& person) { return door.one<base::Moment>("select since from restrictions where partnership = :partnership and person = :person and ended_at is null", door.scope().partnership, person); }
std::vector<Restriction> restrictions(db::Door& door) { return door.list<Restriction>("select person, since from restrictions where partnership = :partnership and ended_at is null order by since, person", door.scope().partnership); }
std::set<PersonId> restricted(db::Door& door) {
    std::set<PersonId> all;
    for (auto const& row : restrictions(door)) all.insert(row.person);
    return all;
}
void close_restricted(db::Door& door, std::vector<PersonId>& closed, PersonId const& viewer) {
    for (auto const& person : restricted(door))
        if (person != viewer) closed.push_back(person);
    std::sort(closed.begin(), closed.end());
    closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
}

} // namespace people

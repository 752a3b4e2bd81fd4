#include "people/store_reader.h"

#include <algorithm>

namespace people {
namespace {
std::vector<PersonId> sorted(std::vector<PersonId> all) {
    std::sort(all.begin(), all.end());
    return all;
}
} // namespace

std::vector<PersonId> who_may_read(db::Door& door, visit::Independence independence) {
    auto all = who_may_stand_in(door, independence);
    auto coordinators = with_role(door, visit::Role::coordinator);
    std::erase_if(coordinators, [&](auto const& person) { return independence == visit::Independence::outside && !works_outside(door, person); });
    if (coordinators.size() > 1) all.insert(all.end(), coordinators.begin(), coordinators.end());
    return all;
}
void choose_reader(db::Write& tx, PersonId const& parent, std::optional<PersonId> const& reader, base::Moment now) {
    tx.run("delete from chosen_readers where partnership = :partnership and person = :person", tx.scope().partnership, parent);
    if (reader) tx.run("insert into chosen_readers (partnership, person, reader, chosen_at) values (:partnership, :person, :reader, :now)", tx.scope().partnership, parent, *reader, now);
}
std::optional<PersonId> reader_of(db::Door& door, PersonId const& parent) {
    auto const found = door.column<PersonId>("select reader from chosen_readers where partnership = :partnership and person = :person", door.scope().partnership, parent);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}
std::vector<ChosenReader> chosen_readers(db::Door& door) { return door.list<ChosenReader>("select person, reader, chosen_at from chosen_readers where partnership = :partnership order by chosen_at, person", door.scope().partnership); }
std::vector<PersonId> read_by(db::Door& door, PersonId const& reader) { return sorted(door.column<PersonId>("select person from chosen_readers where partnership = :partnership and reader = :reader", door.scope().partnership, reader)); }
std::vector<PersonId> closed_to_coordinator(db::Door& door, PersonId const& coordinator) { return sorted(door.column<PersonId>("select person from chosen_readers where partnership = :partnership and reader <> :coordinator", door.scope().partnership, coordinator)); }
std::vector<PersonId> closed_to_reader(db::Door& door, PersonId const& reader) {
    return sorted(door.column<PersonId>("select p.id from people p where p.partnership = :partnership and p.id <> :reader "
                                        "and not exists (select 1 from chosen_readers c where c.partnership = p.partnership and c.person = p.id and c.reader = :reader) "
                                        "and (exists (select 1 from person_roles r where r.partnership = p.partnership and r.person = p.id and r.role = 'asking_parent') "
                                        "or not exists (select 1 from person_roles r where r.partnership = p.partnership and r.person = p.id and r.until is null and r.role <> 'candidate'))",
                                        door.scope().partnership, reader));
}

} // namespace people

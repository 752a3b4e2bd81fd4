#include "people/store_reader.h"

#include <algorithm>

namespace people {
namespace {
std::vector<PersonId> sorted(std::vector<PersonId> all) {
    std::sort(all.begin(), all.end());
    return all;
}
/// Someone who declared another task with a parent.
struct Shut {
    PersonId coordinator, parent;
};
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
    tx.run("update other_tasks set reader = :reader where partnership = :partnership and parent = :parent and ended_at is null", reader, tx.scope().partnership, parent);
}
std::optional<PersonId> reader_of(db::Door& door, PersonId const& parent) {
    auto const found = door.column<PersonId>("select reader from chosen_readers where partnership = :partnership and person = :person", door.scope().partnership, parent);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}
std::vector<ChosenReader> chosen_readers(db::Door& door) { return door.list<ChosenReader>("select person, reader, chosen_at from chosen_readers where partnership = :partnership order by chosen_at, person", door.scope().partnership); }
std::vector<ChosenReader> unable_readers(db::Door& door, visit::Independence independence) {
    auto all = chosen_readers(door);
    if (all.empty()) return all;
    auto const able = who_may_read(door, independence);
    auto const declared = door.list<Shut>("select coordinator, parent from other_tasks where partnership = :partnership and ended_at is null", door.scope().partnership);
    auto const returned = door.column<PersonId>("select person from chosen_readers where partnership = :partnership and given_back_at is not null", door.scope().partnership);
    std::erase_if(all, [&](auto const& choice) {
        bool const shut = std::any_of(declared.begin(), declared.end(), [&](auto const& task) { return task.coordinator == choice.reader && task.parent == choice.person; });
        bool const given_back = std::find(returned.begin(), returned.end(), choice.person) != returned.end();
        return !shut && !given_back && std::find(able.begin(), able.end(), choice.reader) != able.end();
    });
    return all;
}
std::vector<PersonId> read_by(db::Door& door, PersonId const& reader) {
    return sorted(door.column<PersonId>("select person from chosen_readers c where partnership = :partnership and reader = :reader and given_back_at is null and not exists (select 1 from other_tasks o where o.partnership = c.partnership and o.parent = c.person and o.coordinator = :reader and o.ended_at is null)", door.scope().partnership, reader));
}
std::vector<PersonId> closed_to_coordinator(db::Door& door, PersonId const& coordinator) {
    return sorted(door.column<PersonId>("select person from chosen_readers where partnership = :partnership and (reader <> :coordinator or given_back_at is not null) union select parent from other_tasks where partnership = :partnership and coordinator = :coordinator and ended_at is null", door.scope().partnership, coordinator));
}
std::vector<PersonId> closed_to_reader(db::Door& door, PersonId const& reader) {
    return sorted(door.column<PersonId>("select p.id from people p where p.partnership = :partnership and p.id <> :reader "
                                        "and (not exists (select 1 from chosen_readers c where c.partnership = p.partnership and c.person = p.id and c.reader = :reader and c.given_back_at is null) "
                                        "or exists (select 1 from other_tasks o where o.partnership = p.partnership and o.parent = p.id and o.coordinator = :reader and o.ended_at is null)) "
                                        "and (exists (select 1 from person_roles r where r.partnership = p.partnership and r.person = p.id and r.role = 'asking_parent') "
                                        "or not exists (select 1 from person_roles r where r.partnership = p.partnership and r.person = p.id and r.until is null and r.role <> 'candidate'))",
                                        door.scope().partnership, reader));
}

} // namespace people

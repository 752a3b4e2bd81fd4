#include "training/store_coming.h"

namespace training {

void say_coming(db::Write& tx, EveningId const& evening, visit::PersonId const& person, bool comes, base::Moment now) {
    tx.run("insert into coming (partnership, evening, person, comes, answered_at) values (:partnership, :evening, :person, :comes, :now) on conflict (partnership, evening, person) do update set comes = :comes, answered_at = :now", tx.scope().partnership, evening, person, comes, now);
}
std::vector<ComingRow> coming_to(db::Door& door, EditionId const& edition) {
    return door.list<ComingRow>("select c.evening, c.person, c.comes from coming c join evenings e on e.partnership = c.partnership and e.id = c.evening where c.partnership = :partnership and e.edition = :edition", door.scope().partnership, edition);
}
std::vector<Absent> cannot_come(db::Door& door, base::Moment now) {
    return door.list<Absent>("select c.person, e.edition, e.number, c.answered_at from coming c join evenings e on e.partnership = c.partnership and e.id = c.evening join edition_people p on p.partnership = e.partnership and p.edition = e.edition and p.person = c.person "
                             "where c.partnership = :partnership and c.comes = 0 and c.evening in (select v.id from evenings v where v.partnership = :partnership and v.begins_at > :now) and p.part = 'participant' and p.left_at is null order by e.begins_at, c.person",
                             door.scope().partnership, now);
}
std::optional<bool> said_of(std::vector<ComingRow> const& answers, EveningId const& evening, visit::PersonId const& person) {
    for (auto const& row : answers)
        if (row.evening == evening && row.person == person) return row.comes;
    return {};
}

} // namespace training

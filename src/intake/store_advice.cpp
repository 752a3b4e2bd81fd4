#include "intake/store_advice.h"

namespace intake {

std::optional<Advice> advice_about(db::Door& door, visit::PersonId const& person) {
    return door.one<Advice>("select outcome from outcomes where partnership = :partnership and person = :person and replaced_at is null and discussed_on is not null", door.scope().partnership, person);
}
std::vector<visit::PersonId> may_go_on(db::Door& door) {
    // from who is here to what was advised, not the other way, since of those who went the outcomes stay; SQLite keeps to the order of a cross join
    struct Row {
        visit::PersonId person;
        base::Moment recorded_at;
    };
    auto const rows = door.list<Row>("select o.person, o.recorded_at from person_roles r cross join outcomes o cross join people p where o.partnership = r.partnership and o.person = r.person and p.id = o.person and p.partnership = o.partnership "
                                     "and r.partnership = :partnership and r.role in ('candidate', 'buddy') and r.until is null and o.replaced_at is null and o.discussed_on is not null and o.outcome in ('may_go_on', 'may_go_on_with_doubt') order by o.recorded_at, o.person",
                                     door.scope().partnership);
    std::vector<visit::PersonId> all;
    // who has both roles stands there twice, one after the other
    for (auto const& row : rows)
        if (all.empty() || all.back() != row.person) all.push_back(row.person);
    return all;
}

} // namespace intake

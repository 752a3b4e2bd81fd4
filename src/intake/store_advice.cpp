#include "intake/store_advice.h"

namespace intake {

std::optional<Advice> advice_about(db::Door& door, visit::PersonId const& person) {
    return door.one<Advice>("select outcome from outcomes where partnership = :partnership and person = :person and replaced_at is null and discussed_on is not null", door.scope().partnership, person);
}
std::vector<visit::PersonId> may_go_on(db::Door& door) {
    return door.column<visit::PersonId>("select o.person from outcomes o join people p on p.id = o.person and p.partnership = o.partnership where o.partnership = :partnership and o.replaced_at is null and o.discussed_on is not null and o.outcome in ('may_go_on', 'may_go_on_with_doubt') "
                                        "and o.person in (select r.person from person_roles r where r.partnership = :partnership and r.role in ('candidate', 'buddy') and r.until is null) order by o.recorded_at, o.person",
                                        door.scope().partnership);
}

} // namespace intake

#include "intake/store_counts.h"

#include "recruitment/store_cohort.h"

namespace intake {

std::vector<std::int64_t> interviewed(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort, base::Moment now) {
    // an outcome also says that people spoke, whatever the plan was
    return recruitment::count(cohort, door.column<visit::PersonId>("select person from interviews where partnership = :partnership and cancelled_at is null and begins_at <= :now union select person from outcomes where partnership = :partnership", granted.record(), now));
}
std::vector<std::int64_t> may_go_on(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort) {
    return recruitment::count(cohort, door.column<visit::PersonId>("select o.person from outcomes o where o.partnership = :partnership and o.replaced_at is null and o.discussed_on is not null and o.outcome in ('may_go_on', 'may_go_on_with_doubt') "
                                                                   "and (exists (select 1 from sign_ups s where s.partnership = o.partnership and s.person = o.person and s.ended_at is null) "
                                                                   "or exists (select 1 from person_roles r where r.partnership = o.partnership and r.person = o.person and r.role = 'buddy'))",
                                                                   granted.record()));
}

} // namespace intake

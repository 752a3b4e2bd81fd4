#include "recruitment/store_terms_gatherings.h"

#include "recruitment/store_registrations.h"

namespace recruitment {

std::vector<visit::PersonId> past_registrations(db::Write& tx, base::Moment now) {
    keep_numbers(tx, now);
    return tx.column<visit::PersonId>("select distinct r.person from registrations r join gatherings g on g.id = r.gathering where r.partnership = :partnership and g.erased_at is not null and not exists (select 1 from person_roles o where o.partnership = r.partnership and o.person = r.person) order by r.person",
                                      tx.scope().partnership);
}

} // namespace recruitment

#include "recruitment/store_terms_gatherings.h"

#include "recruitment/store_registrations.h"

namespace recruitment {

namespace {
/// Who holds or held a role is kept by that.
constexpr std::string_view nobody_else = "and not exists (select 1 from person_roles o where o.partnership = r.partnership and o.person = r.person) order by r.person";
} // namespace

std::vector<visit::PersonId> registrations_past(db::Door& door, base::Moment now) {
    return door.column<visit::PersonId>("select distinct r.person from registrations r join gatherings g on g.id = r.gathering where r.partnership = :partnership and (g.erased_at is not null or g.begins_at <= :begun) " + std::string{nobody_else}, door.scope().partnership, now - (registrations_until(base::Moment{}) - base::Moment{}));
}
std::vector<visit::PersonId> past_registrations(db::Write& tx, base::Moment now) {
    keep_numbers(tx, now);
    return tx.column<visit::PersonId>("select distinct r.person from registrations r join gatherings g on g.id = r.gathering where r.partnership = :partnership and g.erased_at is not null " + std::string{nobody_else}, tx.scope().partnership);
}

} // namespace recruitment

#include "training/store_terms.h"

namespace training {
namespace {
struct Stopped {
    visit::PersonId person;
    base::Moment decided_at;
};
} // namespace

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& row : door.list<Stopped>("select r.person, r.decided_at from readiness r join people p on p.id = r.person where r.partnership = :partnership and r.decision in ('stops', 'not_yet') and p.name <> '' and not exists (select 1 from person_roles o where o.partnership = r.partnership and o.person = r.person and o.role in ('candidate', 'buddy') and o.until is null)", door.scope().partnership)) all.push_back({row.person, base::later(base::local_date(row.decided_at), 365)});
    return all;
}

} // namespace training

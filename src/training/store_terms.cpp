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
    for (auto const& row : door.list<Stopped>("select r.person, r.decided_at from readiness r join people p on p.id = r.person where r.partnership = :partnership and r.decision = 'stops' and p.name <> ''", door.scope().partnership)) all.push_back({row.person, base::later(base::local_date(row.decided_at), 365)});
    return all;
}

} // namespace training

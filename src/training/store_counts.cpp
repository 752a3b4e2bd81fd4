#include "training/store_counts.h"

#include "recruitment/store_cohort.h"

namespace training {
namespace {
/// Who followed every evening or caught up, from the editions whose last evening lies within a time.
constexpr std::string_view who_was_trained = "from edition_people p join (select edition, max(begins_at) as last from evenings where partnership = :partnership group by edition) e on e.edition = p.edition "
                                             "where p.partnership = :partnership and p.part = 'participant' and p.left_at is null and e.last >= :from and e.last < :until "
                                             "and (exists (select 1 from readiness r where r.partnership = p.partnership and r.person = p.person and r.exempted_because <> '') "
                                             "or not exists (select 1 from evenings v where v.partnership = p.partnership and v.edition = p.edition "
                                             "and not exists (select 1 from attendances a where a.partnership = v.partnership and a.evening = v.id and a.person = p.person and a.presence <> 'absent')))";
} // namespace

std::int64_t trained(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.one<std::int64_t>("select count(distinct p.person) " + std::string{who_was_trained}, granted.record(), from, until).value_or(0);
}
std::vector<std::int64_t> trained(db::Door& door, visit::Granted<visit::Action::see_yield, people::Partnership> const& granted, recruitment::Cohort const& cohort, base::Moment now) {
    return recruitment::count(cohort, door.column<visit::PersonId>("select p.person " + std::string{who_was_trained}, granted.record(), base::Moment{}, now + std::chrono::seconds{1}));
}

} // namespace training

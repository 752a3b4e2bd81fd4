#include "matching/store_counts.h"

#include "help_request/help_request.h"
#include "recruitment/store_cohort.h"

namespace matching {

std::int64_t begun(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.one<std::int64_t>("select count(*) from matches where partnership = :partnership and begun_at >= :from and begun_at < :until", granted.record(), from, until).value_or(0);
}

std::vector<std::int64_t> matched(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort) {
    return recruitment::count(cohort, door.column<visit::PersonId>("select buddy from matches where partnership = :partnership union select partner from matches where partnership = :partnership and partner is not null", granted.record()));
}
std::vector<std::int64_t> proposed(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort) {
    return recruitment::count(cohort, door.column<help_request::HelpRequestId>("select request from proposals where partnership = :partnership", granted.record()));
}
std::vector<std::int64_t> both_yes(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort) {
    return recruitment::count(cohort, door.column<help_request::HelpRequestId>("select request from proposals where partnership = :partnership and buddy_answer = 'yes' and (partner is null or partner_answer = 'yes') and parent_answer = 'yes' union select request from matches where partnership = :partnership", granted.record()));
}

} // namespace matching

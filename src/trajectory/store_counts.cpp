#include "trajectory/store_counts.h"

#include "matching/store_matching.h"
#include "recruitment/store_cohort.h"

namespace trajectory {

std::vector<std::int64_t> met(db::Door& door, visit::Granted<visit::Action::see_yield, people::Partnership> const& granted, recruitment::Cohort const& cohort, base::Moment now) {
    return recruitment::count(cohort, door.column<help_request::HelpRequestId>("select m.request from matches m where m.partnership = :partnership and (exists (select 1 from meetings e where e.partnership = m.partnership and e.match = m.id and e.cancelled_at is null and e.begins_at <= :now) "
                                                                               "or exists (select 1 from contacts c where c.partnership = m.partnership and c.match = m.id and c.way in ('meeting', 'video', 'school_talk')))",
                                                                               granted.record(), now));
}

} // namespace trajectory

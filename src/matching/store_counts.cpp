#include "matching/store_counts.h"

#include "help_request/help_request.h"
#include "platform/base/require.h"
#include "recruitment/store_cohort.h"

#include <algorithm>

namespace matching {

std::int64_t begun(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.one<std::int64_t>("select count(*) from matches where partnership = :partnership and begun_at >= :from and begun_at < :until", granted.record(), from, until).value_or(0);
}

namespace {
struct Waited {
    base::Moment asked_at, at;
};
std::string_view reached(WaitStep step) {
    switch (step) {
    case WaitStep::answered: return "h.answered_at";
    case WaitStep::proposed: return "(select min(p.made_at) from proposals p where p.partnership = h.partnership and p.request = h.id)";
    case WaitStep::matched: return "(select min(m.begun_at) from matches m where m.partnership = h.partnership and m.request = h.id)";
    }
    throw base::Impossible{"a step that is none"};
}
} // namespace
std::vector<int> days_until(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, WaitStep step, base::Moment from, base::Moment until) {
    std::string const at{reached(step)};
    std::vector<int> all;
    for (auto const& row : door.list<Waited>("select h.asked_at, " + at + " from help_requests h where h.partnership = :partnership and h.asked_at >= :from and h.asked_at < :until and h.kind <> 'question' and " + at + " is not null", granted.record(), from, until)) all.push_back(std::max(0, base::days_between(base::local_date(row.asked_at), base::local_date(row.at))));
    return all;
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

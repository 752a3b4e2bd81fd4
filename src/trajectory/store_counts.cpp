#include "trajectory/store_counts.h"

#include "matching/store_matching.h"
#include "recruitment/store_cohort.h"

#include <algorithm>
#include <map>

namespace trajectory {
namespace {
struct Met {
    help_request::HelpRequestId request;
    base::Moment asked_at;
    std::optional<base::Moment> begins_at;
    std::optional<base::Date> held_on;
};
/// Whether a meeting `e` was denied by someone and affirmed by nobody.
constexpr std::string_view denied = "(exists (select 1 from meeting_answers a where a.partnership = e.partnership and a.meeting = e.id and a.sequence = e.sequence and a.answer = 'nieuw') and not exists (select 1 from meeting_answers a where a.partnership = e.partnership and a.meeting = e.id and a.sequence = e.sequence and a.answer = 'ja'))";
} // namespace

std::vector<int> days_until_met(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until, base::Moment now) {
    std::map<help_request::HelpRequestId, int> first;
    auto take = [&](Met const& row, base::Date met) {
        auto const days = std::max(0, base::days_between(base::local_date(row.asked_at), met));
        auto const [at, fresh] = first.emplace(row.request, days);
        if (!fresh) at->second = std::min(at->second, days);
    };
    for (auto const& row : door.list<Met>("select h.id, h.asked_at, e.begins_at, cast(null as text) from help_requests h join matches m on m.partnership = h.partnership and m.request = h.id join meetings e on e.partnership = m.partnership and e.match = m.id "
                                          "where h.partnership = :partnership and h.asked_at >= :from and h.asked_at < :until and e.cancelled_at is null and e.begins_at <= :now and not " +
                                              std::string{denied},
                                          granted.record(), from, until, now)) take(row, base::local_date(*row.begins_at));
    for (auto const& row : door.list<Met>("select h.id, h.asked_at, cast(null as bigint), c.held_on from help_requests h join matches m on m.partnership = h.partnership and m.request = h.id join contacts c on c.partnership = m.partnership and c.match = m.id "
                                          "where h.partnership = :partnership and h.asked_at >= :from and h.asked_at < :until and c.removed_at is null and c.way in ('meeting', 'video', 'school_talk')",
                                          granted.record(), from, until)) take(row, *row.held_on);
    for (auto const& row : door.list<Met>("select h.id, h.asked_at, cast(null as bigint), c.met_on from help_requests h join matches m on m.partnership = h.partnership and m.request = h.id join courses c on c.partnership = m.partnership and c.match = m.id where h.partnership = :partnership and h.asked_at >= :from and h.asked_at < :until and c.met_on is not null", granted.record(), from, until)) take(row, *row.held_on);
    std::vector<int> all;
    for (auto const& [request, days] : first) all.push_back(days);
    return all;
}

std::vector<std::int64_t> met(db::Door& door, visit::Granted<visit::Action::see_yield, people::Partnership> const& granted, recruitment::Cohort const& cohort, base::Moment now) {
    return recruitment::count(cohort, door.column<help_request::HelpRequestId>("select m.request from matches m where m.partnership = :partnership and (exists (select 1 from meetings e where e.partnership = m.partnership and e.match = m.id and e.cancelled_at is null and e.begins_at <= :now and not " +
                                                                                   std::string{denied} + ") "
                                                                                                         "or exists (select 1 from contacts c where c.partnership = m.partnership and c.match = m.id and c.removed_at is null and c.way in ('meeting', 'video', 'school_talk')) or exists (select 1 from courses c where c.partnership = m.partnership and c.match = m.id and c.met_on is not null))",
                                                                               granted.record(), now));
}

} // namespace trajectory

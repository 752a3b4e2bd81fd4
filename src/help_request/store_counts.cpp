#include "help_request/store_counts.h"

#include "help_request/help_request.h"
#include "recruitment/store_cohort.h"

namespace help_request {
namespace {
constexpr base::Moment the_end = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};
}

std::int64_t asked(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.one<std::int64_t>("select count(*) from help_requests where partnership = :partnership and asked_at >= :from and asked_at < :until", granted.record(), from, until).value_or(0);
}

recruitment::Yield request_yield(db::Door& door, YieldGrant const& granted, recruitment::YieldScope const& scope) {
    auto const campaign = scope.campaign ? scope.campaign->value() : std::string{};
    return recruitment::yield_of(door.list<recruitment::Came>("select id, channel, coalesce((select name from own_channels o where o.partnership = help_requests.partnership and o.id = help_requests.own_channel), ''), asked_at from help_requests "
                                                              "where partnership = :partnership and asked_at >= :from and asked_at < :until and (:campaign = '' or campaign = :campaign) order by asked_at, id",
                                                              granted.record(), scope.from.value_or(base::Moment{}), scope.until.value_or(the_end), campaign));
}
std::vector<std::int64_t> clarified(db::Door& door, YieldGrant const& granted, recruitment::Cohort const& cohort) {
    return recruitment::count(cohort, door.column<HelpRequestId>("select id from help_requests where partnership = :partnership and clarified_at is not null", granted.record()));
}

} // namespace help_request

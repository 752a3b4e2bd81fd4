#include "recruitment/store_counts.h"

#include "recruitment/store_cohort.h"

namespace recruitment {
namespace {
constexpr base::Moment the_end = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};
}
std::vector<ChannelCount> signed_up(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.list<ChannelCount>("select channel, count(*) from sign_ups where partnership = :partnership and signed_up_at >= :from and signed_up_at < :until group by channel order by count(*) desc, channel", granted.record(), from, until);
}

Yield sign_up_yield(db::Door& door, YieldGrant const& granted, YieldScope const& scope) {
    auto const campaign = scope.campaign ? scope.campaign->value() : std::string{};
    return yield_of(door.list<Came>("select person, channel, coalesce((select name from own_channels o where o.partnership = sign_ups.partnership and o.id = sign_ups.own_channel), ''), signed_up_at from sign_ups "
                                    "where partnership = :partnership and signed_up_at >= :from and signed_up_at < :until and (:campaign = '' or campaign = :campaign) order by signed_up_at, id",
                                    granted.record(), scope.from.value_or(base::Moment{}), scope.until.value_or(the_end), campaign));
}
std::vector<std::int64_t> withdrew(db::Door& door, YieldGrant const& granted, Cohort const& cohort) {
    return count(cohort, door.column<visit::PersonId>("select person from sign_ups s where partnership = :partnership and ended_at is not null and not exists (select 1 from person_roles r where r.partnership = s.partnership and r.person = s.person and r.role = 'buddy')", granted.record()));
}

std::vector<CampaignName> campaign_names(db::Door& door, YieldGrant const& granted) { return door.list<CampaignName>("select id, kind, name from campaigns where partnership = :partnership order by closes_on desc, number desc", granted.record()); }

HoursCount hours(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Date from, base::Date until) {
    auto sum = [&](std::string_view whose) {
        return door.one<std::int64_t>("select cast(coalesce(sum(minutes), 0) as bigint) from hours where partnership = :partnership and whose = :whose and worked_on >= :from and worked_on < :until and withdrawn_at is null", granted.record(), whose, from, until).value_or(0);
    };
    return {sum("coordinator"), sum("school")};
}

} // namespace recruitment

#pragma once
// Hatch for reports: how many signed up, per channel; numbers only.
#include "platform/db/database.h"
#include "recruitment/counts.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {

struct ChannelCount {
    Channel channel;
    std::int64_t signed_up;
};

/// Persons who signed up within [from, until), per channel; exact, our own act for the partnership as a whole.
std::vector<ChannelCount> signed_up(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until);

using YieldGrant = visit::Granted<visit::Action::see_yield, people::Partnership>;

/// Persons who signed up, per channel.
Yield sign_up_yield(db::Door& door, YieldGrant const& granted, YieldScope const& scope);
/// Persons who withdrew before they became a buddy, were not reached or did not go on, per line.
std::vector<std::int64_t> withdrew(db::Door& door, YieldGrant const& granted, Cohort const& cohort);

/// All campaigns, the one that closes last first.
std::vector<CampaignName> campaign_names(db::Door& door, YieldGrant const& granted);

/// Hours noted within [from, until): the coordinator's and those of school contacts, in minutes.
struct HoursCount {
    std::int64_t coordinator, school_contacts;
};
HoursCount hours(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Date from, base::Date until);

} // namespace recruitment

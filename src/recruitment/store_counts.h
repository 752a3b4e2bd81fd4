#pragma once
// Hatch for reports: how many signed up, per channel; numbers only.
#include "platform/db/database.h"
#include "recruitment/channel.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {

struct ChannelCount {
    Channel channel;
    std::int64_t signed_up;
};

/// Persons who signed up within [from, until), per channel; exact, our own act for the partnership as a whole.
std::vector<ChannelCount> signed_up(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until);

} // namespace recruitment

#include "recruitment/store_counts.h"

namespace recruitment {

std::vector<ChannelCount> signed_up(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.list<ChannelCount>("select channel, count(*) from sign_ups where partnership = :partnership and signed_up_at >= :from and signed_up_at < :until group by channel order by count(*) desc, channel", granted.record(), from, until);
}

} // namespace recruitment

#include "help_request/store_counts.h"

namespace help_request {

std::int64_t asked(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.one<std::int64_t>("select count(*) from help_requests where partnership = :partnership and asked_at >= :from and asked_at < :until", granted.record(), from, until).value_or(0);
}

} // namespace help_request

#include "training/store_counts.h"

namespace training {

std::int64_t trained(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.one<std::int64_t>("select count(*) from readiness where partnership = :partnership and decision = 'goes_on' and decided_at >= :from and decided_at < :until", granted.record(), from, until).value_or(0);
}

} // namespace training

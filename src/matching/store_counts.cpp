#include "matching/store_counts.h"

namespace matching {

std::int64_t begun(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    return door.one<std::int64_t>("select count(*) from matches where partnership = :partnership and begun_at >= :from and begun_at < :until", granted.record(), from, until).value_or(0);
}

} // namespace matching

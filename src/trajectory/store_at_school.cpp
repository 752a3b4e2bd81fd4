#include "trajectory/store_at_school.h"

#include "trajectory/contact.h"

namespace trajectory {

bool was_at_school(db::Door& door, base::Id<matching::Match> const& match) { return door.one<std::int64_t>("select count(*) from contacts where partnership = :partnership and match = :match and way = :way and removed_at is null", door.scope().partnership, match, Way::school_talk).value_or(0) > 0; }

} // namespace trajectory

#include "matching/store_match.h"

namespace matching {

std::optional<Ended> ended_match_of(db::Door& door, visit::PersonId const& parent) {
    auto live = door.one<std::int64_t>("select count(*) from matches where partnership = :partnership and parent = :parent and ended_at is null", door.scope().partnership, parent).value_or(0);
    if (live > 0) return {};
    return door.find<Ended>("select id, parent, buddy, partner from matches where partnership = :partnership and parent = :parent and ended_at is not null order by ended_at desc limit 1", door.scope().partnership, parent);
}

} // namespace matching

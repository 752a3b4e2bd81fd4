#include "matching/store_match.h"

namespace matching {
namespace {
constexpr std::string_view columns = "select id, parent, buddy, partner, begun_at, ended_at from matches where partnership = :partnership ";
}

std::optional<Ended> ended_match_of(db::Door& door, visit::PersonId const& parent) {
    auto live = door.one<std::int64_t>("select count(*) from matches where partnership = :partnership and parent = :parent and ended_at is null", door.scope().partnership, parent).value_or(0);
    if (live > 0) return {};
    return door.find<Ended>("select id, parent, buddy, partner from matches where partnership = :partnership and parent = :parent and ended_at is not null order by ended_at desc limit 1", door.scope().partnership, parent);
}
std::optional<Together> find_together(db::Door& door, base::Id<Match> const& id) { return door.find<Together>(std::string{columns} + "and id = :id", door.scope().partnership, id); }
std::optional<Together> together_of_parent(db::Door& door, visit::PersonId const& parent) { return door.find<Together>(std::string{columns} + "and parent = :parent and ended_at is null", door.scope().partnership, parent); }
std::vector<Together> together_of_buddy(db::Door& door, visit::PersonId const& buddy) { return door.list<Together>(std::string{columns} + "and (buddy = :buddy or partner = :buddy) and ended_at is null order by begun_at, id", door.scope().partnership, buddy); }
std::vector<Together> all_together(db::Door& door) { return door.list<Together>(std::string{columns} + "and ended_at is null order by begun_at, id", door.scope().partnership); }

} // namespace matching

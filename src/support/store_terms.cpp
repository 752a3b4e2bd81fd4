#include "support/store_terms.h"

#include "matching/store_match.h"
#include "support/store_buddy_list.h"

#include <algorithm>

namespace support {

namespace {
struct Head {
    std::string id;
    visit::PersonId buddy;
};
// a thread goes as a whole, counted from its last turn
constexpr std::string_view past = "select h.id, h.buddy from consults h where h.partnership = :partnership and h.follows is null and not exists (select 1 from consults c where c.partnership = :partnership and (c.id = h.id or c.follows = h.id) and (coalesce(c.answered_at, c.asked_at) > :since or coalesce(c.beside_at, 0) > :since))";
} // namespace

std::int64_t old(db::Door& door, base::Moment now) {
    std::int64_t count = 0;
    auto const together = matching::all_together(door);
    for (auto const& head : door.list<Head>(past, door.scope().partnership, now - std::chrono::hours{24 * 365}))
        if (std::none_of(together.begin(), together.end(), [&](auto const& match) { return match.has_buddy(head.buddy); })) ++count;
    return count;
}
std::vector<IntervisionId> notes_past(db::Door& door, base::Moment now) {
    return door.column<IntervisionId>("select id from intervisions where partnership = :partnership and begins_at < :since and notes <> '' order by id", door.scope().partnership, now - std::chrono::hours{24 * 365});
}
void delete_old(db::Write& tx, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    auto const since = now - std::chrono::hours{24 * 365};
    // the end of a match is not told here: what is noted is until when the buddy stood beside someone
    for (auto const& match : matching::all_together(tx))
        for (auto const& person : {std::optional{match.buddy}, match.partner})
            if (person) tx.run("update consults set beside_at = :now where partnership = :partnership and buddy = :person and coalesce(beside_at, 0) < :yesterday", now, partnership, *person, now - std::chrono::hours{24});
    for (auto const& [head, buddy] : tx.list<Head>(past, partnership, since)) {
        tx.run("delete from dilemmas where partnership = :partnership and consult = :head", partnership, head);
        tx.run("delete from consults where partnership = :partnership and (id = :head or follows = :head)", partnership, head);
    }
    tx.run("delete from intervision_answers where partnership = :partnership and intervision in (select id from intervisions where partnership = :partnership and begins_at < :since)", partnership, since);
    tx.run("delete from intervisions where partnership = :partnership and begins_at < :since", partnership, since);
    leave_with_role(tx);
}

} // namespace support

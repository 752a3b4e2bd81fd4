#include "matching/store_couples.h"

#include "platform/base/random.h"

namespace matching {
namespace {
constexpr std::string_view columns = "select id, one, other, made_at from couples where partnership = :partnership ";
constexpr std::string_view departure_columns = "select d.id, d.match, d.person, d.left_at, d.goes_on from departures d where d.partnership = :partnership ";
} // namespace

std::vector<CoupleRow> couples(db::Door& door) { return door.list<CoupleRow>(std::string{columns} + "and parted_at is null order by id", door.scope().partnership); }
std::optional<CoupleRow> find_couple(db::Door& door, CoupleId const& id) { return door.find<CoupleRow>(std::string{columns} + "and id = :id", door.scope().partnership, id); }
std::optional<CoupleRow> couple_of(db::Door& door, visit::PersonId const& person) { return door.find<CoupleRow>(std::string{columns} + "and parted_at is null and (one = :person or other = :person)", door.scope().partnership, person); }

bool make_couple(db::Write& tx, CoupleId const& id, visit::PersonId const& one, visit::PersonId const& other, visit::PersonId const& by, base::Moment now) {
    if (one == other) return false;
    // the offers are locked as they are where a match begins, so that nobody becomes half of two couples at once
    tx.run("update people set created_at = created_at where partnership = :partnership and id in (:one, :other)", tx.scope().partnership, one, other);
    return tx.run("insert into couples (id, partnership, one, other, made_by, made_at) select :id, :partnership, :one, :other, :by, :now "
                  "where not exists (select 1 from couples c where c.partnership = :partnership and c.parted_at is null and (c.one in (:one, :other) or c.other in (:one, :other))) "
                  "and not exists (select 1 from proposals p where p.partnership = :partnership and p.ended_at is null and exists (select 1 from help_requests h where h.partnership = p.partnership and h.id = p.request and h.ended_at is null) and (p.buddy in (:one, :other) or p.partner in (:one, :other)))",
                  id, tx.scope().partnership, one, other, by, now) == 1;
}

std::vector<MatchId> part(db::Write& tx, base::Random& random, CoupleRow const& couple, visit::PersonId const& leaver, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    if (tx.run("update couples set parted_at = :now, left_by = :leaver where partnership = :partnership and id = :id and parted_at is null", now, leaver, partnership, couple.id) == 0) return {};
    tx.run("update proposals set ended_at = :now where partnership = :partnership and ended_at is null and partner is not null and buddy in (:one, :other)", now, partnership, couple.one, couple.other);
    std::vector<MatchId> left;
    for (auto const& match : live_matches_of_buddy(tx, leaver))
        if (leave_match(tx, base::new_id<Departure>(random), match.id, leaver, now)) left.push_back(match.id);
    return left;
}

bool leave_match(db::Write& tx, DepartureId const& id, MatchId const& match, visit::PersonId const& leaver, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    auto left = tx.run("update matches set partner = null, partner_gives = null where partnership = :partnership and id = :id and ended_at is null and partner = :leaver", partnership, match, leaver);
    if (left == 0) left = tx.run("update matches set buddy = partner, buddy_gives = partner_gives, partner = null, partner_gives = null where partnership = :partnership and id = :id and ended_at is null and buddy = :leaver and partner is not null", partnership, match, leaver);
    if (left == 0) return false;
    tx.run("insert into departures (id, partnership, match, person, left_at) values (:id, :partnership, :match, :leaver, :now)", id, partnership, match, leaver, now);
    return true;
}

std::optional<DepartureRow> departure_from(db::Door& door, MatchId const& match) { return door.find<DepartureRow>(std::string{departure_columns} + "and d.match = :match order by d.left_at desc, d.id limit 1", door.scope().partnership, match); }
std::vector<DepartureRow> unanswered_departures(db::Door& door) {
    return door.list<DepartureRow>(std::string{departure_columns} + "and d.goes_on is null and exists (select 1 from matches m where m.partnership = d.partnership and m.id = d.match and m.ended_at is null) order by d.left_at, d.id", door.scope().partnership);
}
bool answer_departure(db::Write& tx, DepartureId const& id, bool goes_on, base::Moment now) {
    return tx.run("update departures set goes_on = :goes_on, answered_at = :now where partnership = :partnership and id = :id and goes_on is null", goes_on, now, tx.scope().partnership, id) == 1;
}

} // namespace matching

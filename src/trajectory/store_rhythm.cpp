#include "trajectory/store_rhythm.h"

namespace trajectory {
namespace {
struct Row {
    matching::MatchId match;
    Rhythm rhythm;
    bool parent_begins;
    std::optional<base::Date> rests_since, woken_on;
};
constexpr std::string_view columns = "select match, rhythm, parent_begins, rests_since, woken_on from courses where partnership = :partnership";
Course course(Row const& row) { return {row.rhythm, row.parent_begins, row.rests_since, row.woken_on}; }

/// The row of a live match; false when the match ended. The match is locked, so that it cannot end in between.
bool begin(db::Write& tx, matching::MatchId const& match) {
    if (tx.run("update matches set ended_at = null where partnership = :partnership and id = :match and ended_at is null", tx.scope().partnership, match) == 0) return false;
    tx.run("insert into courses (partnership, match, rhythm, parent_begins) values (:partnership, :match, :rhythm, 0) on conflict do nothing", tx.scope().partnership, match, Rhythm::as_it_goes);
    return true;
}
} // namespace

Course course_of(db::Door& door, matching::MatchId const& match) {
    auto const row = door.find<Row>(std::string{columns} + " and match = :match", door.scope().partnership, match);
    return row ? course(*row) : Course{};
}
std::map<matching::MatchId, Course> courses(db::Door& door) {
    std::map<matching::MatchId, Course> all;
    for (auto const& row : door.list<Row>(std::string{columns}, door.scope().partnership)) all.emplace(row.match, course(row));
    return all;
}
bool keep_rhythm(db::Write& tx, RhythmGrant const& granted, Rhythm rhythm, bool parent_begins) {
    return begin(tx, granted.record()) && tx.run("update courses set rhythm = :rhythm, parent_begins = :begins where partnership = :partnership and match = :match", rhythm, parent_begins, tx.scope().partnership, granted.record()) == 1;
}
bool rest(db::Write& tx, RestGrant const& granted, base::Date today) {
    return begin(tx, granted.record()) && tx.run("update courses set rests_since = :today, rested_by = :by, woken_on = null where partnership = :partnership and match = :match and rests_since is null", today, *granted.viewer().person, tx.scope().partnership, granted.record()) == 1;
}
bool wake(db::Write& tx, RestGrant const& granted, base::Date today) {
    return begin(tx, granted.record()) && tx.run("update courses set rests_since = null, rested_by = null, woken_on = :today where partnership = :partnership and match = :match and rests_since is not null", today, tx.scope().partnership, granted.record()) == 1;
}

} // namespace trajectory

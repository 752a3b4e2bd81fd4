#pragma once
// Couples of buddies in the database, and who of a couple left a match.
#include "matching/store_matching.h"

#include <optional>
#include <vector>

namespace matching {

struct Couple;
using CoupleId = base::Id<Couple>;
struct Departure;
using DepartureId = base::Id<Departure>;

/// The job that tells a parent that one of a couple has left: about the match, with the one who left as its extra.
inline constexpr char const* departed = "couple.left";

struct CoupleRow {
    CoupleId id;
    visit::PersonId one, other;
    base::Moment made_at;
    /// The half beside a person of the couple.
    visit::PersonId const& beside(visit::PersonId const& person) const { return person == one ? other : one; }
};
/// Someone of a couple who left a match, and whether the parent goes on with the other; nothing as long as the parent has not said.
struct DepartureRow {
    DepartureId id;
    MatchId match;
    visit::PersonId person;
    base::Moment left_at;
    std::optional<bool> goes_on;
};

/// The couples that are together, by id.
std::vector<CoupleRow> couples(db::Door& door);
std::optional<CoupleRow> find_couple(db::Door& door, CoupleId const& id);
/// The couple someone is part of now.
std::optional<CoupleRow> couple_of(db::Door& door, visit::PersonId const& person);
/// Makes a couple; false when the two are one person, one of them is in a couple, or a proposal to one of them is open.
bool make_couple(db::Write& tx, CoupleId const& id, visit::PersonId const& one, visit::PersonId const& other, visit::PersonId const& by, base::Moment now);
/// Parts a couple: the one who leaves has no access to their matches from now on, and open proposals to the two end. Gives the matches that were left, whose parents are to be asked; nothing when the two had parted already.
std::vector<MatchId> part(db::Write& tx, base::Random& random, CoupleRow const& couple, visit::PersonId const& leaver, base::Moment now);
/// Someone of a couple leaves one live match, which goes on with the other as long as the parent wants. False when the match has ended or has no two buddies of whom this is one.
bool leave_match(db::Write& tx, DepartureId const& id, MatchId const& match, visit::PersonId const& leaver, base::Moment now);

/// The last departure from a match.
std::optional<DepartureRow> departure_from(db::Door& door, MatchId const& match);
/// Departures about which the parent of a live match has not said anything, oldest first.
std::vector<DepartureRow> unanswered_departures(db::Door& door);
/// Keeps what the parent says; true for the first answer.
bool answer_departure(db::Write& tx, DepartureId const& id, bool goes_on, base::Moment now);

} // namespace matching

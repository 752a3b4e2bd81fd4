#pragma once
// Pairs who found each other, in the database.
#include "matching/pair.h"
#include "matching/store_matching.h"

#include <optional>
#include <vector>

namespace matching {

struct Pair;
using PairId = base::Id<Pair>;

struct PairRow {
    PairId id;
    help_request::HelpRequestId request;
    visit::PersonId parent, buddy;
    base::Moment made_at;
    std::optional<base::Moment> ended_at;
};
/// The yes of one, and the way that person gives.
struct PairAnswer {
    visit::PersonId person;
    base::Date given_on;
    std::optional<Gives> gives;
    visit::PersonId noted_by;
};

/// Registers a pair; false when the parent is in one already.
bool make_pair(db::Write& tx, PairId const& id, help_request::HelpRequestId const& request, visit::PersonId const& parent, visit::PersonId const& buddy, visit::PersonId const& by, base::Moment now);
std::optional<PairRow> find_pair(db::Door& door, PairId const& id);
/// Pairs that are no match yet, oldest first.
std::vector<PairRow> open_pairs(db::Door& door);
/// Open pairs of which someone is one, the other half of a couple included.
std::vector<PairRow> open_pairs_of(db::Door& door, visit::PersonId const& person);
/// The parent, the buddy, and the other half when the buddy is of a couple now.
std::vector<visit::PersonId> people_of(db::Door& door, PairRow const& pair);
std::vector<PairAnswer> answers_of(db::Door& door, PairId const& pair);
/// Keeps a yes; false when the pair has ended.
bool agree(db::Write& tx, PairRow const& pair, PairAnswer const& answer);
/// Ends a pair that becomes no match; true for the first time.
bool end_pair(db::Write& tx, PairId const& id, base::Moment now);
/// Ends pairs that wait longer than a pair is kept.
void let_old_pairs_go(db::Write& tx, base::Moment now);
/// What is missing before a pair may be a match.
std::vector<Lack> lacks_of(db::Door& door, PairRow const& pair, bool vog_required, base::Date today);
/// Makes the match when nothing is missing; false when something is, or the place is taken meanwhile.
bool begin_from_pair(db::Write& tx, MatchId const& id, PairRow const& pair, bool vog_required, base::Moment now);
/// Parents who asked and have no buddy, with their newest request, for who registers a pair.
struct Asking {
    visit::PersonId person;
    help_request::HelpRequestId request;
};
std::vector<Asking> parents_without_buddy(db::Door& door);

} // namespace matching

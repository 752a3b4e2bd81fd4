#pragma once
// Hatch: who is, or was, coupled to whom, and since when; never why it ended, never a contact.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <optional>
#include <vector>

namespace matching {

struct Match;

struct Ended {
    base::Id<Match> id;
    visit::PersonId parent, buddy;
    std::optional<visit::PersonId> partner; ///< the other half of a couple
};
/// The last ended match of a parent who has no live one.
std::optional<Ended> ended_match_of(db::Door& door, visit::PersonId const& parent);

struct Together {
    base::Id<Match> id;
    visit::PersonId parent, buddy;
    std::optional<visit::PersonId> partner; ///< the other half of a couple
    base::Moment begun_at;
    std::optional<base::Moment> ended_at;
    /// Whether someone stands beside the parent in it.
    bool has_buddy(visit::PersonId const& person) const { return buddy == person || partner == person; }
};
std::optional<Together> find_together(db::Door& door, base::Id<Match> const& id);
/// The live match of a parent.
std::optional<Together> together_of_parent(db::Door& door, visit::PersonId const& parent);
/// The live matches of a buddy, alone or as half of a couple, oldest first.
std::vector<Together> together_of_buddy(db::Door& door, visit::PersonId const& buddy);
/// Every live match, oldest first.
std::vector<Together> all_together(db::Door& door);

} // namespace matching

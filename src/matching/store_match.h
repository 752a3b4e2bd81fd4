#pragma once
// Hatch for feedback: who was coupled to whom once a match has ended; never why, never a contact.
#include "platform/base/id.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <optional>

namespace matching {

struct Match;

struct Ended {
    base::Id<Match> id;
    visit::PersonId parent, buddy;
    std::optional<visit::PersonId> partner; ///< the other half of a couple
};
/// The last ended match of a parent who has no live one.
std::optional<Ended> ended_match_of(db::Door& door, visit::PersonId const& parent);

} // namespace matching

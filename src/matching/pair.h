#pragma once
// Two who found each other (contact buiten Naast): what still keeps them from being a match. The gate of R10 and the conflicts hold as ever; what the two settled by finding each other does not stand in the way. Report L1357–1412.
#include "matching/fit.h"

#include <optional>
#include <vector>

namespace matching {

/// After so many days without both yeses a pair is let go.
inline constexpr int pair_kept_for = 56;

/// The limits that hold for a pair as well: ready, room, conflicts and what was arranged with the school; not taste, distance or times, and not an earlier "wij kennen elkaar".
Few<Limit> limits_of_pair(std::vector<Limit> const& limits);

/// Something that is missing, of one of them or of both.
struct Lack {
    std::optional<visit::PersonId> who;
    base::Text what;
};
/// What is known of one of the two or three, before they can be a match.
struct Half {
    visit::PersonId person;
    bool parent;
    bool agrees;
    bool is_buddy = false;
    bool has_offer = false;
    std::vector<base::Text> steps_missing = {}; ///< of training, decision, deployment talk and VOG
};
/// All that is missing, in the order of the people; nothing when they may be a match.
std::vector<Lack> lacks(std::vector<Half> const& halves, bool parent_has_match, Few<Limit> limits);

} // namespace matching

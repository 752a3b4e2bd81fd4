#pragma once
// What ties someone to a match: a parent to the own one, a buddy to a live one.
#include "matching/store_matching.h"
#include "visit/policy.h"

namespace trajectory {

/// Own for the parent of the match, live for its buddy, or both of a couple, while it lasts.
inline visit::Ties ties(visit::PersonId const& viewer, matching::MatchRow const& match) {
    visit::Ties its;
    if (match.parent == viewer) its.add(visit::Tie::own);
    if (match.has_buddy(viewer) && !match.ended_at) its.add(visit::Tie::live_match);
    return its;
}

} // namespace trajectory

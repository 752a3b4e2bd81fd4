#pragma once
// The buddies for one request in order: who may be proposed first, then who fits best. Pure; people choose.
#include "matching/search.h"

#include <optional>
#include <vector>

namespace matching {

struct Ranked {
    visit::PersonId buddy;
    std::optional<visit::PersonId> partner;
    std::vector<Limit> limits; ///< empty: may be proposed
    int score = 0;             ///< for the order only
    Fit fit;
};

/// All buddies of a world for one of its requests, in the same order.
std::vector<Ranked> rank(World const& world, std::size_t request, Yardstick const& by);
/// All candidates with what is between each and this request, those without limits first, then by score, then by id: the same input gives the same order on every machine.
std::vector<Ranked> rank(Wanted const& wanted, std::vector<Candidate> const& candidates, Yardstick const& by);
std::vector<Ranked> rank(Wanted const& wanted, std::vector<Candidate> const& candidates, base::Date today);

} // namespace matching

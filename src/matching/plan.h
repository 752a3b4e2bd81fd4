#pragma once
// The plan for a whole waiting list: most people helped, then the best fit, by min-cost flow; and what would be if. Pure; people choose.
#include "matching/search.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace matching {

/// A request and a buddy by their ids.
struct Pair {
    std::string request, buddy;
    auto operator<=>(Pair const&) const = default;
};
/// A buddy and how many parents more that one has room for.
struct Room {
    std::string buddy;
    int places;
};
/// A pair that may be, and how well it fits.
struct Choice {
    Pair pair;
    int score;
    auto operator<=>(Choice const&) const = default;
};
/// What can be planned: the requests, the room, and the pairs that may be, each once.
struct Question {
    std::vector<std::string> requests;
    std::vector<Room> rooms;
    std::vector<Choice> choices;
};
/// Pairs that must be, and pairs that may not.
struct WhatIf {
    std::vector<Pair> fixed, forbidden;
};
struct Plan {
    std::vector<Choice> pairs; ///< by the id of the request
    std::int64_t total = 0;    ///< of the scores
    std::vector<Pair> refused; ///< fixed pairs that cannot be: not allowed, forbidden, or no room beside those fixed before
    std::size_t helped() const { return pairs.size(); }
};

/// The question of a waiting list; buddies by their ids, a couple by its first.
Question question(World const& world, Yardstick const& by);
/// The best plan: the most requests helped, then the highest total. Of equally good plans the one that a number made from the ids of each pair prefers, so that a plan stays as it is when a pair outside it goes;
/// where the waiting list is too large for that number (from some 50,000 requests) or it too is equal, it is the first that the solver finds with everything in the order of the ids. The order of the question never matters.
Plan plan(Question const& question, WhatIf const& if_so = {});
/// The same of a waiting list and the pairs of it that may be, without what if.
Plan plan(World const& world, std::vector<Allowed> const& pairs);

/// What one plan changes in another.
struct Difference {
    int helped = 0;         ///< so many more
    std::int64_t total = 0; ///< so much better
    std::vector<Pair> added, gone;
    struct Moved {
        std::string request, from, to;
        bool operator==(Moved const&) const = default;
    };
    std::vector<Moved> moved; ///< to another buddy
    bool nothing() const { return added.empty() && gone.empty() && moved.empty(); }
};
Difference compare(Plan const& before, Plan const& after);

} // namespace matching

#pragma once
// The pairs of a whole waiting list that may be, found without comparing everyone with everyone: buddies lie by language and by where they live.
#include "matching/fit.h"

#include <cstdint>
#include <map>
#include <vector>

namespace matching {

/// A waiting list: who asks, who can be asked, and what is known between some of them, by their places in the lists.
struct World {
    std::vector<Wanted> requests;
    std::vector<Candidate> buddies;
    std::map<std::pair<std::size_t, std::size_t>, Between> between; ///< request, buddy
};

/// A request and a buddy, by their places in the lists, who may be matched.
struct Allowed {
    std::size_t request, buddy;
    int score;
    bool operator==(Allowed const&) const = default;
};

/// Buddies laid by language and area, once; the world must outlive it.
class Search {
public:
    Search(World const& world, Yardstick const& by);
    /// The buddies who may be proposed for one request, in the order of the list; exactly those that comparing everyone gives.
    std::vector<Allowed> of(std::size_t request) const;
    /// How many pairs were looked at for one request, to see that it is not everyone.
    std::size_t looked_at(std::size_t request) const;

private:
    using Number = std::uint32_t;
    /// Buddies by squares of the map; `far` is the longest way that one of them comes.
    struct Area {
        std::map<std::pair<int, int>, std::vector<Number>> squares;
        std::vector<Number> somewhere;
        int far = 0;
    };
    /// The buddies of one language: those for whom a long way is no limit, and those for whom it may be.
    struct Speakers {
        Area free, bound;
    };
    std::vector<Number> near(std::size_t request) const;

    World const& world_;
    Yardstick const& by_;
    std::map<std::string, Speakers, std::less<>> speakers_;
};

/// All pairs of the waiting list that may be, by request and buddy.
std::vector<Allowed> allowed_pairs(World const& world, Yardstick const& by);

} // namespace matching

#include "matching/ranking.h"

#include <algorithm>
#include <numeric>

namespace matching {

namespace {
std::vector<Ranked> in_order(std::vector<Candidate> const& candidates, std::vector<Fit> const& fits) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        if (fits[a].allowed() != fits[b].allowed()) return fits[a].allowed();
        if (fits[a].score != fits[b].score) return fits[a].score > fits[b].score;
        return candidates[a].buddy < candidates[b].buddy;
    });
    std::vector<Ranked> all;
    all.reserve(order.size());
    for (auto each : order) all.push_back({candidates[each].buddy, candidates[each].partner, fits[each].limits.list(), fits[each].score, fits[each]});
    return all;
}
} // namespace

std::vector<Ranked> rank(World const& world, std::size_t request, Yardstick const& by) {
    std::vector<Fit> fits;
    fits.reserve(world.buddies.size());
    auto known = world.between.lower_bound({request, 0});
    for (std::size_t buddy = 0; buddy < world.buddies.size(); ++buddy) {
        bool const has = known != world.between.end() && known->first == std::pair{request, buddy};
        fits.push_back(fit(world.requests[request], world.buddies[buddy], has ? known->second : Between{}, by));
        if (has) ++known;
    }
    return in_order(world.buddies, fits);
}
std::vector<Ranked> rank(Wanted const& wanted, std::vector<Candidate> const& candidates, Yardstick const& by) {
    std::vector<Fit> fits;
    fits.reserve(candidates.size());
    for (auto const& each : candidates) fits.push_back(fit(wanted, each, each.between, by));
    return in_order(candidates, fits);
}
std::vector<Ranked> rank(Wanted const& wanted, std::vector<Candidate> const& candidates, base::Date today) { return rank(wanted, candidates, Yardstick{today}); }

} // namespace matching

#include "matching/search.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace matching {
namespace {

constexpr int square = 100'000; // millionths of a degree: eleven kilometres high
constexpr double kilometres_a_degree = 111.19;

std::pair<int, int> square_of(Place place) { return {static_cast<int>(std::floor(static_cast<double>(place.latitude) / square)), static_cast<int>(std::floor(static_cast<double>(place.longitude) / square))}; }

/// Whether nobody would meet a buddy in another way than in person.
bool in_person_only(Few<Way> ways) { return ways == Few<Way>{Way::in_person}; }
/// Who can be proposed to somebody at all.
bool free_for_some(Candidate const& c, base::Date today) { return c.ready && c.offer_stands && c.live_matches < c.capacity && !(c.paused_until && *c.paused_until > today); }

} // namespace

Search::Search(World const& world, Yardstick const& by) : world_{world}, by_{by} {
    for (Number i = 0; i < world.buddies.size(); ++i) {
        auto const& c = world.buddies[i];
        if (!free_for_some(c, by.today)) continue;
        for (auto const& word : c.languages.words()) {
            auto& its = speakers_[word];
            auto& area = c.region_hard && in_person_only(c.ways) ? its.bound : its.free;
            (c.place ? area.squares[square_of(*c.place)] : area.somewhere).push_back(i);
            area.far = std::max(area.far, reach(c));
        }
    }
}

std::vector<Search::Number> Search::near(std::size_t request) const {
    auto const& wanted = world_.requests[request];
    std::vector<Number> found;
    auto take = [&](std::vector<Number> const& all) { found.insert(found.end(), all.begin(), all.end()); };
    auto take_all = [&](Area const& area) {
        for (auto const& [where, all] : area.squares) take(all);
        take(area.somewhere);
    };
    auto take_near = [&](Area const& area) {
        double const degrees = (area.far + 0.2) / kilometres_a_degree, latitude = wanted.place->latitude / 1e6, longitude = wanted.place->longitude / 1e6;
        double const narrow = std::cos((std::abs(latitude) + degrees) * std::numbers::pi / 180);
        double const wide = narrow > 0.05 ? degrees / narrow : 360;
        if (wide > 20 || std::abs(longitude) + wide > 180) return take_all(area); // at a pole, across the end of the map, or nearly everywhere
        auto const place = [](double north, double east) { return square_of({static_cast<int>(north * 1e6), static_cast<int>(east * 1e6)}); };
        auto const [low, left] = place(latitude - degrees - 1e-5, longitude - wide - 1e-5);
        auto const [high, right] = place(latitude + degrees + 1e-5, longitude + wide + 1e-5);
        for (int row = low; row <= high; ++row)
            for (auto at = area.squares.lower_bound({row, left}); at != area.squares.end() && at->first <= std::pair{row, right}; ++at) take(at->second);
        take(area.somewhere);
    };
    // distance forbids only where someone made it hard and no way is shared for which nobody travels
    bool const bound = wanted.place && wanted.region_hard && in_person_only(wanted.ways);
    for (auto const& word : wanted.languages.words())
        if (auto at = speakers_.find(word); at != speakers_.end()) {
            bound ? take_near(at->second.free) : take_all(at->second.free);
            wanted.place ? take_near(at->second.bound) : take_all(at->second.bound);
        }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::size_t Search::looked_at(std::size_t request) const { return near(request).size(); }

std::vector<Allowed> Search::of(std::size_t request) const {
    std::vector<Allowed> all;
    auto known = world_.between.lower_bound({request, 0});
    for (auto buddy : near(request)) {
        while (known != world_.between.end() && known->first < std::pair<std::size_t, std::size_t>{request, buddy}) ++known;
        bool const has = known != world_.between.end() && known->first == std::pair<std::size_t, std::size_t>{request, buddy};
        auto const its = fit(world_.requests[request], world_.buddies[buddy], has ? known->second : Between{}, by_);
        if (its.allowed()) all.push_back({request, buddy, its.score});
    }
    return all;
}

std::vector<Allowed> allowed_pairs(World const& world, Yardstick const& by) {
    Search const search{world, by};
    std::vector<Allowed> all;
    for (std::size_t request = 0; request < world.requests.size(); ++request) {
        auto const its = search.of(request);
        all.insert(all.end(), its.begin(), its.end());
    }
    return all;
}

} // namespace matching

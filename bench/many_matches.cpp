// How fast the engine of matching is, from memory: one request among many buddies, and the plan for waiting lists of several sizes with some fifty buddies that may be for each.
// The plan is held against bare LEMON on the same graph in the same run. One line of JSON for each figure.
#include "matching/plan.h"
#include "matching/ranking.h"
#include "platform/flow/flow.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace {
using namespace std::chrono;

constexpr base::Date today{year{2026}, November, day{23}};

template <class Work>
double took(Work const& work) {
    auto const begun = steady_clock::now();
    work();
    return duration<double>(steady_clock::now() - begun).count();
}

/// Requests and buddies spread over land in five languages, so that near each some fifty buddies live.
matching::World made_up(std::size_t requests, std::size_t buddies) {
    std::mt19937 chance{3};
    auto below = [&](std::size_t most) { return static_cast<int>(chance() % most); };
    constexpr char const* languages[]{"Nederlands", "Turks", "Pools", "Arabisch", "Tigrinya"};
    // 15 km around hold 707 square km, and a degree squared some 7,600: a fifth of the buddies in a language
    double const side = std::sqrt(static_cast<double>(buddies) / 5 * 707 / 50 / 7600) * 1e6;
    auto place = [&] { return matching::Place{52'000'000 - static_cast<int>(side / 2) + below(static_cast<std::size_t>(side)), 5'000'000 - static_cast<int>(side / 2) + below(static_cast<std::size_t>(side))}; };
    matching::World world;
    auto situations = [&] { return matching::Few<matching::Situation>{static_cast<matching::Situation>(below(8)), static_cast<matching::Situation>(below(8))}; };
    for (std::size_t i = 0; i < requests; ++i) {
        matching::Wanted w{situations(), {matching::Way::in_person}, languages[below(5)], 4299, matching::Experience::none, "request-with-an-id-" + std::to_string(i)};
        w.place = place();
        w.region_hard = true;
        w.waits = below(120);
        for (int n = 0; n < 4; ++n) w.times.slots.set(static_cast<std::size_t>(below(help_request::time_slots)));
        world.requests.push_back(std::move(w));
    }
    for (std::size_t i = 0; i < buddies; ++i) {
        matching::Candidate c{visit::PersonId{"buddy-with-an-id-" + std::to_string(i)}, situations(), {matching::Way::in_person}, languages[below(5)], 4201, 1 + below(2), 0, below(3), true, {}};
        c.place = place();
        c.waits = below(120);
        for (int n = 0; n < 6; ++n) c.times.slots.set(static_cast<std::size_t>(below(help_request::time_slots)));
        world.buddies.push_back(std::move(c));
    }
    return world;
}

/// The same graph to LEMON alone, its arcs ready beforehand, without ids, ties and sorting.
double bare(matching::World const& world, std::vector<matching::Allowed> const& pairs) {
    std::vector<flow::Arc> arcs;
    for (auto const& each : pairs) arcs.push_back({each.request, each.buddy, 1000 - each.score});
    std::vector<int> room;
    for (auto const& each : world.buddies) room.push_back(each.capacity);
    return took([&] { flow::assign(world.requests.size(), room, arcs, std::int64_t{1000} * static_cast<std::int64_t>(world.requests.size() + 1)); });
}

} // namespace

/// usage: many_matches [REQUESTS BUDDIES]; without numbers one request among 4,000 buddies, and plans from 100 to 10,000
int main(int count, char** words) {
    matching::Yardstick const by{today};
    if (count != 3) {
        auto const world = made_up(1, 4000);
        double best = 1e9;
        std::size_t ranked = 0;
        for (int round = 0; round < 20; ++round) best = std::min(best, took([&] { ranked = matching::rank(world.requests[0], world.buddies, by).size(); }));
        std::printf("{\"one_request_among\":%zu,\"ms\":%.2f}\n", ranked, best * 1000);
    }
    std::vector<std::pair<std::size_t, std::size_t>> sizes{{100, 100}, {1000, 1000}, {10000, 10000}};
    if (count == 3) sizes = {{std::strtoul(words[1], nullptr, 10), std::strtoul(words[2], nullptr, 10)}};
    for (auto const& [requests, buddies] : sizes) {
        auto const world = made_up(requests, buddies);
        std::vector<matching::Allowed> pairs;
        auto const candidates = took([&] { pairs = matching::allowed_pairs(world, by); });
        double planning = 1e9, lemon = 1e9;
        std::size_t helped = 0;
        for (int round = 0; round < (requests > 10000 ? 1 : 3); ++round) {
            planning = std::min(planning, took([&] { helped = matching::plan(world, pairs).helped(); }));
            lemon = std::min(lemon, bare(world, pairs));
        }
        std::printf("{\"requests\":%zu,\"buddies\":%zu,\"pairs\":%zu,\"candidates_s\":%.3f,\"plan_s\":%.3f,\"lemon_s\":%.3f,\"ratio\":%.2f,\"helped\":%zu}\n", requests, buddies, pairs.size(), candidates, planning, lemon, planning / lemon, helped);
        std::fflush(stdout);
    }
}

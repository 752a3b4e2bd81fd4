#include "matching/plan.h"

#include "platform/flow/flow.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <unordered_map>

namespace matching {
namespace {

/// A number that looks like chance, from an id (FNV-1a): the same on every machine.
std::uint64_t chance(std::string const& id) {
    std::uint64_t h = 14695981039346656037U;
    for (char c : id) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return h;
}
/// The same from two.
std::uint64_t chance(std::uint64_t one, std::uint64_t other) {
    auto h = one * 0x9e3779b97f4a7c15U + other;
    h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9U;
    h = (h ^ (h >> 27)) * 0x94d049bb133111ebU;
    return h ^ (h >> 31);
}

/// How costs are made of scores: one person more counts for more than all scores together, one point more than all ties together.
struct Scale {
    std::int64_t alone, point; ///< `point` is also the bound of all ties together
    std::int64_t tie;          ///< bound of one tie
    int highest;
    Scale(std::vector<Allowed> const& choices, std::size_t most_pairs, std::size_t nodes) {
        auto const [low, high] = std::minmax_element(choices.begin(), choices.end(), [](auto& a, auto& b) { return a.score < b.score; });
        highest = high->score;
        auto const pairs = static_cast<std::int64_t>(most_pairs), range = static_cast<std::int64_t>(high->score) - low->score + 1;
        tie = std::int64_t{1} << 30;
        auto fits = [&] { return static_cast<long double>(tie) * static_cast<long double>(pairs) * static_cast<long double>(range) * static_cast<long double>(pairs + 1) * static_cast<long double>(nodes + 1) < 2e18L; };
        while (tie > 1 && !fits()) tie /= 2;
        point = tie * pairs;
        alone = range * point * (pairs + 1);
    }
    std::int64_t cost(int score, std::uint64_t chance) const { return (highest - score) * point + static_cast<std::int64_t>(chance % static_cast<std::uint64_t>(tie)); }
};

/// Numbers in the order of the ids they stand for.
std::vector<std::size_t> by_id(std::vector<std::string const*> const& ids) {
    std::vector<std::size_t> order(ids.size()), rank(ids.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return *ids[a] < *ids[b]; });
    for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    return rank;
}

/// Of the pairs that may be, those of the best plan; everything goes to the solver in the order of the ids.
std::vector<std::size_t> best_of(std::vector<std::string const*> const& requests, std::vector<std::string const*> const& buddies, std::vector<int> const& places, std::vector<Allowed> const& choices) {
    if (choices.empty()) return {};
    auto const request_rank = by_id(requests), buddy_rank = by_id(buddies);
    std::vector<int> room(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) room[buddy_rank[i]] = std::max(0, places[i]);
    std::vector<std::uint64_t> of_request, of_buddy;
    for (auto const* each : requests) of_request.push_back(chance(*each));
    for (auto const* each : buddies) of_buddy.push_back(chance(*each));
    Scale const scale{choices, std::min(requests.size(), choices.size()), requests.size() + buddies.size() + 1};
    // laid by buddy, then by request with that order kept: no comparing
    std::vector<std::size_t> order(choices.size()), laid(choices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto lay = [&](std::size_t count, auto const& rank_of) {
        std::vector<std::size_t> next(count + 1);
        for (auto const& each : choices) ++next[rank_of(each) + 1];
        std::partial_sum(next.begin(), next.end(), next.begin());
        for (auto each : order) laid[next[rank_of(choices[each])]++] = each;
        order.swap(laid);
    };
    lay(buddies.size(), [&](Allowed const& each) { return buddy_rank[each.buddy]; });
    lay(requests.size(), [&](Allowed const& each) { return request_rank[each.request]; });
    std::vector<flow::Arc> arcs;
    arcs.reserve(choices.size());
    for (auto i : order) arcs.push_back({request_rank[choices[i].request], buddy_rank[choices[i].buddy], scale.cost(choices[i].score, chance(of_request[choices[i].request], of_buddy[choices[i].buddy]))});
    std::vector<std::size_t> taken;
    for (auto const& each : flow::assign(requests.size(), room, arcs, scale.alone))
        if (each) taken.push_back(order[*each]);
    return taken;
}

Plan finished(Plan plan) {
    std::sort(plan.pairs.begin(), plan.pairs.end());
    for (auto const& each : plan.pairs) plan.total += each.score;
    return plan;
}

} // namespace

Question question(World const& world, Yardstick const& by) {
    Question all;
    for (auto const& each : world.requests) all.requests.push_back(each.request);
    for (auto const& each : world.buddies) all.rooms.push_back({each.buddy.value(), std::max(0, each.capacity - each.live_matches)});
    for (auto const& each : allowed_pairs(world, by)) all.choices.push_back({{world.requests[each.request].request, world.buddies[each.buddy].buddy.value()}, each.score});
    return all;
}

Plan plan(Question const& question, WhatIf const& if_so) {
    std::vector<std::string const*> requests, buddies;
    std::vector<int> places;
    std::unordered_map<std::string_view, std::size_t> request_at, buddy_at;
    for (auto const& each : question.requests) request_at.emplace(each, requests.size()), requests.push_back(&each);
    for (auto const& each : question.rooms) buddy_at.emplace(each.buddy, buddies.size()), buddies.push_back(&each.buddy), places.push_back(each.places);
    std::vector<Allowed> choices;
    choices.reserve(question.choices.size());
    for (auto const& each : question.choices) choices.push_back({request_at.at(each.pair.request), buddy_at.at(each.pair.buddy), each.score});
    Plan plan;
    std::set<Pair> const forbidden{if_so.forbidden.begin(), if_so.forbidden.end()};
    std::set<std::string> done;
    for (auto const& each : if_so.fixed) {
        auto const at = std::find_if(question.choices.begin(), question.choices.end(), [&](Choice const& choice) { return choice.pair == each; });
        if (at == question.choices.end() || forbidden.contains(each) || done.contains(each.request) || places[buddy_at.at(each.buddy)] < 1) {
            plan.refused.push_back(each);
            continue;
        }
        done.insert(each.request);
        --places[buddy_at.at(each.buddy)];
        plan.pairs.push_back(*at);
    }
    auto const gone = [&](Allowed const& each) { return done.contains(*requests[each.request]) || forbidden.contains({*requests[each.request], *buddies[each.buddy]}); };
    if (!done.empty() || !forbidden.empty()) std::erase_if(choices, gone);
    for (auto each : best_of(requests, buddies, places, choices)) plan.pairs.push_back({{*requests[choices[each].request], *buddies[choices[each].buddy]}, choices[each].score});
    return finished(std::move(plan));
}

Plan plan(World const& world, std::vector<Allowed> const& pairs) {
    std::vector<std::string const*> requests, buddies;
    std::vector<int> places;
    for (auto const& each : world.requests) requests.push_back(&each.request);
    for (auto const& each : world.buddies) buddies.push_back(&each.buddy.value()), places.push_back(each.capacity - each.live_matches);
    Plan plan;
    for (auto each : best_of(requests, buddies, places, pairs)) plan.pairs.push_back({{*requests[pairs[each].request], *buddies[pairs[each].buddy]}, pairs[each].score});
    return finished(std::move(plan));
}

Difference compare(Plan const& before, Plan const& after) {
    Difference all{static_cast<int>(after.helped()) - static_cast<int>(before.helped()), after.total - before.total, {}, {}, {}};
    std::map<std::string, std::string> had, has;
    for (auto const& each : before.pairs) had.emplace(each.pair.request, each.pair.buddy);
    for (auto const& each : after.pairs) has.emplace(each.pair.request, each.pair.buddy);
    for (auto const& [request, buddy] : had) {
        auto now = has.find(request);
        if (now == has.end()) all.gone.push_back({request, buddy});
        else if (now->second != buddy) all.moved.push_back({request, buddy, now->second});
    }
    for (auto const& [request, buddy] : has)
        if (!had.contains(request)) all.added.push_back({request, buddy});
    return all;
}

} // namespace matching

#include "matching/plan.h"

#include "platform/base/require.h"
#include "platform/flow/flow.h"

#include <algorithm>
#include <climits>
#include <map>
#include <set>

namespace matching {
namespace {

/// A number that looks like chance, from two ids (FNV-1a, then mixed): the same on every machine.
std::uint64_t chance(Pair const& pair) {
    std::uint64_t h = 14695981039346656037U;
    auto eat = [&](std::string const& text) {
        for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211U;
        h = (h ^ 0x1ff) * 1099511628211U;
    };
    eat(pair.request);
    eat(pair.buddy);
    h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9U;
    return h ^ (h >> 31);
}

/// How costs are made of scores: one person more counts for more than all scores together, one point more than all ties together.
struct Scale {
    std::int64_t alone, point; ///< `point` is also the bound of all ties together
    std::int64_t tie;          ///< bound of one tie
    int highest;
    Scale(std::vector<Choice> const& choices, std::size_t most_pairs, std::size_t nodes) {
        auto const [low, high] = std::minmax_element(choices.begin(), choices.end(), [](auto& a, auto& b) { return a.score < b.score; });
        highest = high->score;
        auto const pairs = static_cast<std::int64_t>(most_pairs), range = static_cast<std::int64_t>(high->score) - low->score + 1;
        tie = std::int64_t{1} << 30;
        auto fits = [&] { return static_cast<long double>(tie) * static_cast<long double>(pairs) * static_cast<long double>(range) * static_cast<long double>(pairs + 1) * static_cast<long double>(nodes + 1) < 2e18L; };
        while (tie > 1 && !fits()) tie /= 2;
        point = tie * pairs;
        alone = range * point * (pairs + 1);
    }
    std::int64_t cost(Choice const& choice) const { return (highest - choice.score) * point + static_cast<std::int64_t>(chance(choice.pair) % static_cast<std::uint64_t>(tie)); }
};

} // namespace

Question question(World const& world, Yardstick const& by) {
    Question all;
    for (auto const& each : world.requests) all.requests.push_back(each.request);
    for (auto const& each : world.buddies) all.rooms.push_back({each.buddy.value(), std::max(0, each.capacity - each.live_matches)});
    for (auto const& each : allowed_pairs(world, by)) all.choices.push_back({{world.requests[each.request].request, world.buddies[each.buddy].buddy.value()}, each.score});
    return all;
}

Plan plan(Question question, WhatIf const& if_so) {
    auto& [requests, rooms, choices] = question;
    auto by_buddy = [](Room const& a, Room const& b) { return a.buddy < b.buddy; };
    if (!std::is_sorted(requests.begin(), requests.end())) std::sort(requests.begin(), requests.end());
    std::sort(rooms.begin(), rooms.end(), by_buddy);
    if (!std::is_sorted(choices.begin(), choices.end())) std::sort(choices.begin(), choices.end());
    auto room_at = [&](std::string const& buddy) -> std::size_t {
        auto at = std::lower_bound(rooms.begin(), rooms.end(), Room{buddy, 0}, by_buddy);
        base::require(at != rooms.end() && at->buddy == buddy, "a choice is for a buddy with a room");
        return static_cast<std::size_t>(at - rooms.begin());
    };
    auto request_at = [&](std::string const& request) -> std::size_t {
        auto at = std::lower_bound(requests.begin(), requests.end(), request);
        base::require(at != requests.end() && *at == request, "a choice is for a request of the list");
        return static_cast<std::size_t>(at - requests.begin());
    };
    Plan plan;
    std::set<Pair> const forbidden{if_so.forbidden.begin(), if_so.forbidden.end()};
    std::set<std::string> done;
    for (auto const& each : if_so.fixed) {
        auto at = std::lower_bound(choices.begin(), choices.end(), Choice{each, INT_MIN});
        if (at == choices.end() || at->pair != each || forbidden.contains(each) || done.contains(each.request) || rooms[room_at(each.buddy)].places < 1) {
            plan.refused.push_back(each);
            continue;
        }
        done.insert(each.request);
        --rooms[room_at(each.buddy)].places;
        plan.pairs.push_back(*at);
    }
    if (!done.empty() || !forbidden.empty()) std::erase_if(choices, [&](Choice const& each) { return done.contains(each.pair.request) || forbidden.contains(each.pair); });
    if (!choices.empty()) {
        std::vector<int> places;
        for (auto const& each : rooms) places.push_back(std::max(0, each.places));
        Scale const scale{choices, std::min(requests.size(), choices.size()), requests.size() + rooms.size() + 1};
        std::vector<flow::Arc> arcs;
        arcs.reserve(choices.size());
        std::size_t request = 0;
        for (auto const& each : choices) {
            if (requests[request] != each.pair.request) request = request_at(each.pair.request);
            arcs.push_back({request, room_at(each.pair.buddy), scale.cost(each)});
        }
        for (auto const& taken : flow::assign(requests.size(), places, arcs, scale.alone))
            if (taken) plan.pairs.push_back(choices[*taken]);
    }
    std::sort(plan.pairs.begin(), plan.pairs.end());
    for (auto const& each : plan.pairs) plan.total += each.score;
    return plan;
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

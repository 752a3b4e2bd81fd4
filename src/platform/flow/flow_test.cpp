#include "platform/flow/flow.h"

#include <gtest/gtest.h>
#include <lemon/capacity_scaling.h>
#include <lemon/smart_graph.h>
#include <random>

namespace flow {
namespace {

/// What an answer costs; also sees that it is one.
std::int64_t cost_of(std::size_t sources, std::vector<int> room, std::vector<Arc> const& arcs, std::int64_t alone, std::vector<std::optional<std::size_t>> const& taken) {
    EXPECT_EQ(taken.size(), sources);
    std::int64_t cost = 0;
    for (std::size_t source = 0; source < sources; ++source)
        if (auto const arc = taken[source]) {
            EXPECT_EQ(arcs.at(*arc).source, source);
            EXPECT_GE(--room.at(arcs[*arc].sink), 0) << "no sink takes more than its room";
            cost += arcs[*arc].cost;
        } else cost += alone;
    return cost;
}

/// The lowest cost by capacity scaling, on a graph of another kind that is built in another way.
std::int64_t by_scaling(std::size_t sources, std::vector<int> const& room, std::vector<Arc> const& arcs, std::int64_t alone) {
    lemon::SmartDigraph graph;
    auto const begin = graph.addNode(), end = graph.addNode();
    lemon::SmartDigraph::ArcMap<int> upper{graph, 1};
    lemon::SmartDigraph::ArcMap<std::int64_t> cost{graph, 0};
    std::vector<lemon::SmartDigraph::Node> from, to;
    for (auto each : room) {
        to.push_back(graph.addNode());
        auto const arc = graph.addArc(to.back(), end);
        upper[arc] = each;
        cost[arc] = 0;
    }
    for (std::size_t i = 0; i < sources; ++i) {
        from.push_back(graph.addNode());
        auto const in = graph.addArc(begin, from.back()), out = graph.addArc(from.back(), end);
        upper[in] = upper[out] = 1;
        cost[in] = 0;
        cost[out] = alone;
    }
    for (auto const& each : arcs) {
        auto const arc = graph.addArc(from.at(each.source), to.at(each.sink));
        upper[arc] = 1;
        cost[arc] = each.cost;
    }
    lemon::CapacityScaling<lemon::SmartDigraph, int, std::int64_t> scaling{graph};
    EXPECT_EQ(scaling.upperMap(upper).costMap(cost).stSupply(begin, end, static_cast<int>(sources)).run(), scaling.OPTIMAL);
    return scaling.totalCost();
}

} // namespace

TEST(Flow, SendsEachWhereItCostsLeastAndNoMoreThanThereIsRoom) {
    EXPECT_TRUE(assign(0, {1}, {}, 9).empty());
    EXPECT_EQ(assign(1, {}, {}, 9), std::vector<std::optional<std::size_t>>{std::nullopt});
    using Taken = std::vector<std::optional<std::size_t>>;
    std::vector<Arc> const arcs{{1, 0, 1}, {0, 0, 2}, {0, 1, 3}};
    EXPECT_EQ(assign(2, {1, 1}, arcs, 9), (Taken{2, 0}));
    EXPECT_EQ(assign(2, {2, 1}, arcs, 9), (Taken{1, 0}));
    EXPECT_EQ(assign(2, {1, 0}, arcs, 9), (Taken{std::nullopt, 0}));
    EXPECT_EQ(assign(2, {1, 1}, arcs, 2), (Taken{std::nullopt, 0})) << "being alone may be the cheaper way";
}

TEST(Flow, CostsWhatAnotherAlgorithmFinds) {
    std::mt19937 random{11};
    for (std::size_t const size : {10u, 100u, 1000u})
        for (int round = 0; round < 3; ++round) {
            std::vector<int> room(size * 9 / 10);
            for (auto& each : room) each = static_cast<int>(random() % 3);
            std::vector<Arc> arcs;
            for (std::size_t source = 0; source < size; ++source)
                for (int n = 0; n < 20; ++n) arcs.push_back({source, random() % room.size(), static_cast<std::int64_t>(random() % 1000) - 500});
            for (std::int64_t const alone : {std::int64_t{100}, std::int64_t{1} << 24}) EXPECT_EQ(cost_of(size, room, arcs, alone, assign(size, room, arcs, alone)), by_scaling(size, room, arcs, alone)) << size;
        }
}

} // namespace flow

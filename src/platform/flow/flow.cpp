#include "platform/flow/flow.h"

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <stdexcept>
#include <utility>

namespace flow {

std::vector<std::optional<std::size_t>> assign(std::size_t sources, std::vector<int> const& room, std::vector<Arc> const& arcs, std::int64_t alone) {
    if (sources == 0) return {};
    using Graph = lemon::StaticDigraph;
    // nodes: the sources, the sinks, and the end where all flow goes; arcs must come in the order of where they begin
    auto const end = static_cast<int>(sources + room.size());
    std::vector<std::size_t> of_source(sources + 1), order(arcs.size());
    for (auto const& arc : arcs) ++of_source.at(arc.source + 1);
    for (std::size_t i = 0; i < sources; ++i) of_source[i + 1] += of_source[i];
    {
        auto at = of_source;
        for (std::size_t i = 0; i < arcs.size(); ++i) order[at[arcs[i].source]++] = i;
    }
    std::vector<std::pair<int, int>> ends;
    ends.reserve(arcs.size() + sources + room.size());
    for (std::size_t source = 0; source < sources; ++source) {
        for (auto i = of_source[source]; i < of_source[source + 1]; ++i) ends.emplace_back(static_cast<int>(source), static_cast<int>(sources + arcs[order[i]].sink));
        ends.emplace_back(static_cast<int>(source), end);
    }
    for (std::size_t sink = 0; sink < room.size(); ++sink) ends.emplace_back(static_cast<int>(sources + sink), end);
    Graph graph;
    graph.build(end + 1, ends.begin(), ends.end());
    Graph::ArcMap<int> upper{graph, 1};
    Graph::ArcMap<std::int64_t> cost{graph, 0};
    Graph::NodeMap<int> supply{graph, 0};
    int at = 0;
    for (std::size_t source = 0; source < sources; ++source) {
        for (auto i = of_source[source]; i < of_source[source + 1]; ++i) cost[Graph::arc(at++)] = arcs[order[i]].cost;
        cost[Graph::arc(at++)] = alone;
        supply[Graph::node(static_cast<int>(source))] = 1;
    }
    for (auto each : room) upper[Graph::arc(at++)] = each;
    supply[Graph::node(end)] = -static_cast<int>(sources);
    lemon::NetworkSimplex<Graph, int, std::int64_t> simplex{graph};
    if (simplex.upperMap(upper).costMap(cost).supplyMap(supply).run() != simplex.OPTIMAL) throw std::logic_error{"everyone can stay alone, so there is always a way"};
    std::vector<std::optional<std::size_t>> taken(sources);
    for (std::size_t source = 0; source < sources; ++source)
        for (auto i = of_source[source]; i < of_source[source + 1]; ++i)
            if (simplex.flow(Graph::arc(static_cast<int>(i + source))) > 0) taken[source] = order[i];
    return taken;
}

} // namespace flow

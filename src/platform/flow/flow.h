#pragma once
// Who goes where at the lowest cost: a thin layer over the network simplex of LEMON. Knows nobody; plain enough for C++17, which LEMON needs.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace flow {

/// That one source may go to one sink, and at what cost.
struct Arc {
    std::size_t source, sink;
    std::int64_t cost;
};

/// The cheapest way to send every source along one of its arcs, no sink taking more than its room; a source may stay alone at the cost `alone`.
/// Gives the arc of each source, or nothing for who stays alone. The same input gives the same answer; which of several cheapest ways it is, is LEMON's affair.
/// The sum of all costs must stay below 2^62 / number of sources and sinks.
std::vector<std::optional<std::size_t>> assign(std::size_t sources, std::vector<int> const& room, std::vector<Arc> const& arcs, std::int64_t alone);

} // namespace flow

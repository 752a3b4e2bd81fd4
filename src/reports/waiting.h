#pragma once
// How long requests wait (wachttijd): the middle and the longest of some days; below five nothing for who does not know the people (R19).
#include <cstddef>
#include <optional>
#include <vector>

namespace reports {

/// From how many on a number is no person any more.
inline constexpr std::size_t threshold = 5;

struct Spread {
    std::size_t count;
    int median, longest;
    bool operator==(Spread const&) const = default;
};
/// The count, the middle (of two middles the mean, half upwards) and the longest; nothing of nothing.
std::optional<Spread> spread(std::vector<int> days);
/// Whether a spread may be seen by someone; `exact` for who knows the people anyhow.
bool shown(std::optional<Spread> const& spread, bool exact);

} // namespace reports

#include "reports/waiting.h"

#include <algorithm>

namespace reports {

std::optional<Spread> spread(std::vector<int> days) {
    if (days.empty()) return {};
    std::sort(days.begin(), days.end());
    auto const half = days.size() / 2;
    auto const median = days.size() % 2 ? days[half] : (days[half - 1] + days[half] + 1) / 2;
    return Spread{days.size(), median, days.back()};
}
bool shown(std::optional<Spread> const& spread, bool exact) { return spread && (exact || spread->count >= threshold); }

} // namespace reports

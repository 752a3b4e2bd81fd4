#include "competence/group_picture.h"

#include "platform/base/require.h"

#include <cmath>

namespace competence {

Sums add_up(std::vector<Answers> const& bundle) {
    base::require(bundle.size() == bundle_size, "a picture is made of one whole bundle");
    Sums sums{};
    for (auto const& answers : bundle)
        for (std::size_t i = 0; i < statement_count; ++i) sums[i] += answers.scores.at(static_cast<int>(i) + 1);
    return sums;
}

std::array<double, statement_count> means(std::vector<Sums> const& bundles) {
    std::array<double, statement_count> found{};
    for (std::size_t i = 0; i < statement_count; ++i) {
        double sum = 0;
        for (auto const& each : bundles) sum += each[i];
        found[i] = std::round(2 * sum / static_cast<double>(bundles.size() * bundle_size)) / 2;
    }
    return found;
}

} // namespace competence

#pragma once
// The picture of a group (groepsbeeld): the mean score per statement over five people at a time, so that nobody's score can be worked out (R17, R19).
#include "competence/assessment.h"

#include <array>
#include <vector>

namespace competence {

/// So many answers go into a picture together; what does not fill one waits.
inline constexpr std::size_t bundle_size = 5;

/// The scores per statement of whole bundles, added up.
using Sums = std::array<int, statement_count>;

/// Adds up exactly one bundle.
Sums add_up(std::vector<Answers> const& bundle);
/// Means in halves from 1 to 10, over whole bundles.
std::array<double, statement_count> means(std::vector<Sums> const& bundles);

} // namespace competence

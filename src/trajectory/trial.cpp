#include "trajectory/trial.h"

#include <algorithm>

namespace trajectory {

bool trial_is_over(std::optional<base::Date> until, base::Date today) { return until && today >= *until; }

TrialStep trial_step(std::optional<base::Date> until, std::vector<std::optional<TrialAnswer>> const& said, base::Date today) {
    if (!trial_is_over(until, today)) return TrialStep::nothing;
    if (std::find(said.begin(), said.end(), TrialAnswer::talk) != said.end()) return TrialStep::talk;
    return std::find(said.begin(), said.end(), std::nullopt) != said.end() ? TrialStep::awaited : TrialStep::nothing;
}

} // namespace trajectory

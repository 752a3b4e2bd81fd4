#include "intake/term.h"

#include "visit/term.h"

#include <algorithm>

namespace intake {

std::optional<base::Date> erased_on(Standing const& standing) {
    if (goes_on(standing.advice)) return {};
    auto last = standing.decided_on;
    if (standing.objected_on) last = std::max(last, *standing.objected_on);
    if (standing.next_talk_on) last = std::max(last, *standing.next_talk_on);
    if (standing.advice == Advice::not_yet && standing.may_be_kept_longer && standing.talk_again_on) last = std::max(last, *standing.talk_again_on);
    return base::later(last, visit::days_kept);
}

base::Date text_erased_on(base::Date recorded_on) { return base::later(recorded_on, visit::days_kept); }

} // namespace intake

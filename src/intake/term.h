#pragma once
// How long an interview and its outcome are kept (R28): the text of a talk eight weeks after the decision, also of who goes on; who does not go on, eight weeks after the last word.
#include "intake/advice.h"
#include "platform/base/clock.h"

#include <optional>

namespace intake {

/// What decides how long someone is kept after an outcome.
struct Standing {
    Advice advice;
    base::Date decided_on;                   ///< the day both talked about it, or else the day it was written down
    std::optional<base::Date> talk_again_on; ///< for "not yet"
    bool may_be_kept_longer = false;         ///< the candidate said yes to being kept until that day
    std::optional<base::Date> objected_on;   ///< the day of an objection
    std::optional<base::Date> next_talk_on;  ///< a talk planned since, without an outcome
};

/// The day on which someone is erased who does not go on: eight weeks after the last of decision, objection, next talk and (only with the candidate's yes) the day to talk again; nothing for who goes on.
std::optional<base::Date> erased_on(Standing const& standing);
/// The day on which the text of a talk is erased, from the day its first outcome was written down.
base::Date text_erased_on(base::Date recorded_on);

} // namespace intake

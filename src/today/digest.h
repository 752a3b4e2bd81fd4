#pragma once
// The week's letter (weekbericht): on Monday from eight o'clock, that work waits on Vandaag; never what or about whom.
#include "platform/base/clock.h"

#include <optional>

namespace today {

/// Whether this week's letter is still to go, given the day of the last one.
bool digest_is_due(std::optional<base::Date> sent_on, base::Moment now);

} // namespace today

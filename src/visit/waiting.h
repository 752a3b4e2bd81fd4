#pragma once
// Who waits for a next step, and the dated steps that someone knows of: each room says its own, so that who waits hears something (R15).
#include "platform/base/clock.h"
#include "platform/base/text.h"
#include "visit/viewer.h"

namespace visit {

/// Someone who waits: as what, and since which day.
struct Waits {
    PersonId person;
    Role as;
    base::Date since;
};

/// One step with its day, in words that name no other person and nothing that was said.
struct Step {
    PersonId person;
    base::Date on;
    base::Text what;
};

} // namespace visit

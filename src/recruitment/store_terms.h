#pragma once
// Hatch: until when recruitment keeps the people of its sign-ups, referrals and doubts; the newest sign-up of someone counts.
#include "platform/db/database.h"
#include "visit/term.h"

namespace recruitment {

/// Everyone whose sign-up ended, or was never confirmed nor taken up, with the day of erasing; who still goes on is not named. Also every parent who was pointed out and did not say yes, until the answer's last day, and everyone who wanted to be called, until four weeks after the call.
std::vector<visit::Term> terms(db::Door& door);

} // namespace recruitment

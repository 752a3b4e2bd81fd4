#pragma once
// Hatch: until when recruitment keeps the people of its sign-ups; the newest sign-up of someone counts.
#include "platform/db/database.h"
#include "visit/term.h"

namespace recruitment {

/// Everyone whose sign-up ended, or was never confirmed nor taken up, with the day of erasing; who still goes on is not named.
std::vector<visit::Term> terms(db::Door& door);

} // namespace recruitment

#pragma once
// Hatch: whom a match keeps: as long as it lives, and a year after it ended (R28).
#include "platform/db/database.h"
#include "visit/term.h"

namespace matching {

/// Every parent and buddy of a match that lives, and who is a candidate or buddy still, without a day; of a match that ended or was left, with the day a year later.
std::vector<visit::Term> terms(db::Door& door);

} // namespace matching

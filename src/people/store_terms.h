#pragma once
// Hatch: whom a role keeps.
#include "platform/db/database.h"
#include "visit/term.h"

namespace people {

/// Everyone who holds another role than candidate now, also one that still waits for a yes; without a day, for as long as it lasts.
std::vector<visit::Term> terms(db::Door& door);

} // namespace people

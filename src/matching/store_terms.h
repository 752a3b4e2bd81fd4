#pragma once
// Hatch: whom a match keeps, ended ones too.
#include "platform/db/database.h"
#include "visit/term.h"

namespace matching {

/// Every parent and buddy of a match, without a day.
std::vector<visit::Term> terms(db::Door& door);

} // namespace matching

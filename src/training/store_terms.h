#pragma once
// Hatch: until when the training keeps who stopped as a buddy (R28).
#include "platform/db/database.h"
#include "visit/term.h"

#include <vector>

namespace training {

/// Everyone who stopped and is neither candidate nor buddy any more, with the day a year after that was decided.
std::vector<visit::Term> terms(db::Door& door);

} // namespace training

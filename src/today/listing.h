#pragma once
// Everything that waits, from the worklist hatch of every room.
#include "visit/policy.h"
#include "visit/work.h"

#include <vector>

namespace db {
class Read;
}

namespace today {

/// All rows of a partnership at a moment, in no order.
std::vector<visit::Work> everything(db::Read& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

} // namespace today

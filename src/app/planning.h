#pragma once
// What the engine of matching says, for machines: ids, numbers and words of its own, never a name or a text of someone.
#include "app/acts.h"

namespace app {

/// `plan`: the best plan for the waiting list of a partnership; with `candidates` also every pair that may be with the parts of its score, and those that may not with their limits. `explain`: the ranked buddies for one request. As JSON.
int match(Program& program, Act const& act, std::ostream& out);

} // namespace app

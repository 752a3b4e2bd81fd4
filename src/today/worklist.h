#pragma once
// The order of the worklist (Vandaag): safety first, then what is overdue, today, soon and waiting; the oldest first within each.
#include "visit/work.h"

#include <vector>

namespace today {

/// Puts rows in their order; the same rows always come out the same way.
void arrange(std::vector<visit::Work>& work);
/// What an urgency is called on screen.
base::Text name(visit::Urgency urgency);

} // namespace today

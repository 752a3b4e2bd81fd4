#pragma once
// Everything that waits, from the worklist hatch of every room.
#include "visit/policy.h"
#include "visit/work.h"

#include <cstddef>
#include <string>
#include <vector>

namespace db {
class Read;
}

namespace today {

/// All rows of a partnership at a moment, in no order.
std::vector<visit::Work> everything(db::Read& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now);

/// What the program tried and could not do yet.
struct HeldUp {
    std::size_t mails = 0, others = 0;
};
/// How much of each a partnership has; a mail is what a mail server did not take.
HeldUp held_up(db::Read& door, std::string const& partnership);

} // namespace today

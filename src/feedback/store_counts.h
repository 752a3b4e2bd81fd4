#pragma once
// Hatch for reports: whether having a buddy helped, of who allowed counting; a number from five answers on (R19).
#include "people/store_people.h"
#include "platform/db/database.h"
#include "visit/policy.h"

#include <optional>

namespace feedback {

struct Average {
    int answers;
    int tenths; ///< of 1 (not really) to 3 (much), in tenths
};
/// The average of the answers given within [from, until), by whole fives, the earliest first; nothing below five.
std::optional<Average> helped(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until);

} // namespace feedback

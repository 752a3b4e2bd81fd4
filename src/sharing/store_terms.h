#pragma once
// Hatch: how long what was shared is kept.
#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace sharing {

/// How much of it would be deleted on a day.
std::int64_t old(db::Door& door, base::Date today);
/// Deletes what a parent shared, or asked a buddy to pass on, eight weeks after it ended. Sheets and notes go with the parent.
void delete_old(db::Write& tx, base::Date today);

} // namespace sharing

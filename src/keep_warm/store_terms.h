#pragma once
// Hatch: how long messages are kept.
#include "platform/db/database.h"

namespace keep_warm {

/// How many messages would be deleted at a moment.
std::int64_t old(db::Door& door, base::Moment now);
/// Deletes messages that were sent more than a year ago.
void delete_old(db::Write& tx, base::Moment now);

} // namespace keep_warm

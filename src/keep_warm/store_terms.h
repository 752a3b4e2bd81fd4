#pragma once
// Hatch: how long messages are kept.
#include "platform/db/database.h"

namespace keep_warm {

/// Deletes messages that were sent more than a year ago.
void delete_old(db::Write& tx, base::Moment now);

} // namespace keep_warm

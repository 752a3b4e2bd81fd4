#pragma once
// The term of the access log (bewaartermijn van het logboek): who looked is kept for three years, mission §4; also who looked at a worry.
#include "platform/db/database.h"

#include <cstdint>

namespace confidentiality {

/// The first moment of which entries are still kept at another one: where its day began three years before (on the last of February when that day did not exist), so that entries go once a day.
base::Moment kept_since(base::Moment now);
/// How many entries of the access log are past their term at a moment, from the oldest up to the first that is not; worries are not counted (R23).
std::int64_t old_entries(db::Door& door, base::Moment now);
/// Erases those, and those of the log of worries. The head keeps how far and the hash of the last that went, so that the rest of the chain can still be recomputed. The database lets an entry go only where one stays that was written three years later: when nobody used the program since, this itself is noted.
void delete_old_entries(db::Write& tx, base::Moment now);

} // namespace confidentiality

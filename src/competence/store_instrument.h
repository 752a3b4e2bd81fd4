#pragma once
// Instruments of a partnership in the database.
#include "competence/instrument.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <vector>

namespace competence {

struct InstrumentRow {
    int version, weeks_1, weeks_2;
    visit::PersonId made_by;
    base::Moment made_at;
};

/// The version in use: the newest own one, or the standard one.
int current_instrument(db::Door& door);
/// Every own version, newest first.
std::vector<InstrumentRow> instruments(db::Door& door);
/// An own version; the weeks alone of the standard one.
OwnInstrument instrument_of(db::Door& door, int version);
/// Adds a version; false when someone else just made it.
bool add_instrument(db::Write& tx, int version, OwnInstrument const& instrument, visit::PersonId const& by, base::Moment now);

} // namespace competence

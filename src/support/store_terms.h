#pragma once
// Hatch: how long the room keeps what it has.
#include "platform/db/database.h"
#include "support/intervision.h"

#include <vector>

namespace support {

/// How many questions would be deleted at a moment, each with what followed on it, when whoever stands beside a parent now still does.
std::int64_t old(db::Door& door, base::Moment now);
/// Meetings whose notes have passed their term, a year after they were held; what is left is their key.
std::vector<IntervisionId> notes_past(db::Door& door, base::Moment now);
/// Deletes questions, and what experts were asked about them, a year after the answer and after the buddy last stood beside a parent; meetings a year after they were held; and takes off the list of buddies who is none any more.
void delete_old(db::Write& tx, base::Moment now);

} // namespace support

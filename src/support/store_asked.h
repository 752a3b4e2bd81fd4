#pragma once
// Whom a buddy may ask instead of the coordinator (aan wie), and whether that person can still answer. Report L1440–1470; rules R21, R22.
#include "people/store_people.h"
#include "support/store_consult.h"

#include <vector>

namespace support {

/// Whether the coordinator reads what this buddy asks: not when the buddy, as a parent, has another reader.
bool coordinator_reads(db::Door& door, visit::PersonId const& buddy);
/// Everyone whom a buddy may ask by name: who may read for a parent, and each coordinator where the coordinator does not read by itself. A reader whom the buddy chose as a parent goes first.
std::vector<visit::PersonId> who_may_be_asked(db::Door& door, visit::Independence independence, visit::PersonId const& buddy);
/// Whether someone can still answer what was asked: the coordinator always, a person as long as that person may be asked.
bool can_answer(db::Door& door, visit::Independence independence, Entry const& entry);
/// What this person was asked and may read now, the last turn of each thread: no question of who put the own data under lock, none that this person may answer no more.
std::vector<Entry> turns_for(db::Door& door, visit::Independence independence, visit::PersonId const& reader);
/// How many threads wait for this person: to be answered, or to be called.
std::size_t waiting_for(db::Door& door, visit::Independence independence, visit::PersonId const& reader);

} // namespace support

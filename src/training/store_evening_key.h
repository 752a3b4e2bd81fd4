#pragma once
// The key of what an evening leaves behind: tips, what was handed in, what an observer and trainers wrote. It goes a year after the evening, and all of that with it (R28).
#include "confidentiality/store_keyring.h"
#include "training/edition.h"

#include <vector>

namespace training {

/// Under whose name the key of an evening stands in the key store.
visit::PersonId key_of(EveningId const& evening);
/// Makes the key of an evening, durable; call before sealing anything with it, outside of a transaction.
void make_evening_key(confidentiality::Keyring& keys, EveningId const& evening);
/// Evenings past their term of which something is still written.
std::vector<EveningId> evenings_past(db::Door& door, base::Date today);
/// Blanks what was sealed with the key of an evening that has gone; nothing when the id is of no evening.
void blank_evening(db::Write& tx, EveningId const& evening);

} // namespace training

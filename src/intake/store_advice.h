#pragma once
// Hatch: who may go on to the training; the advice only, never the interview.
#include "intake/advice.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <optional>
#include <vector>

namespace intake {

/// The standing advice about a person, once it was discussed with that person.
std::optional<Advice> advice_about(db::Door& door, visit::PersonId const& person);
/// Everyone who may go on, the longest waiting first.
std::vector<visit::PersonId> may_go_on(db::Door& door);

} // namespace intake

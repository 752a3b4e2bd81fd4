#pragma once
// Hatch for the terms (bewaartermijnen): whose registration for a gathering is past its term, four weeks after the gathering; only the numbers stay.
#include "people/store_people.h"

#include <vector>

namespace recruitment {

/// Notes the numbers that stay and gives the persons to erase: they registered for a gathering, that is past its term, and nothing else was ever theirs. Asking again after an interruption gives who is left.
std::vector<visit::PersonId> past_registrations(db::Write& tx, base::Moment now);
/// The persons whom that would give at a moment, without noting anything.
std::vector<visit::PersonId> registrations_past(db::Door& door, base::Moment now);

} // namespace recruitment

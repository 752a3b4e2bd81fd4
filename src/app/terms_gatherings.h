#pragma once
// The term (bewaartermijn) of registrations for a gathering: four weeks after it the persons are erased through the one erasure, the numbers stay.
#include "reception/visit.h"

#include <string>

namespace app {

/// The kind of job that does this every hour for each partnership.
inline constexpr char const* gatherings_terms_round = "gathering.terms.round";
/// Erases everyone of a partnership whose registration is past its term; doing it again finishes what was interrupted.
void erase_past_registrations(reception::Services& services, std::string const& journal, std::string const& partnership);

} // namespace app

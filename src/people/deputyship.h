#pragma once
// Standing in for a coordinator (waarneming): a dated relation, not a role. Parents are told before the deputy reads (R29).
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "visit/viewer.h"

#include <optional>
#include <vector>

namespace people {

struct Deputyship;
using DeputyshipId = base::Id<Deputyship>;

/// The longest time one deputyship lasts, in days.
inline constexpr int most_deputy_days = 84;
/// How many days after its end a deputyship is handed over.
inline constexpr int hand_over_days = 7;

/// The days of a deputyship, both included.
struct Period {
    base::Date first, last;
};

/// Whether someone with these roles may stand in for a coordinator: a trainer, safety officer or expert, who is neither helped by the programme, nor works with families for school or partnership, nor belongs to board, council or research, nor is the administrator or a coordinator already.
bool may_stand_in(visit::RoleSet held);
/// Whether this person may be chosen where the coordinator works: outside the partnership only who works there too (R21).
bool may_stand_in(visit::RoleSet held, bool works_outside, visit::Independence independence);
/// The days that were asked. Refused: a day that is none, a first day before today, today unless the coordinator is away unexpectedly, a last day before the first, more than twelve weeks. Fields: vanaf, tot.
base::Result<Period, base::Refusal> period(std::optional<base::Date> first, std::optional<base::Date> last, bool unexpected, base::Date today);
/// Whether two periods have a day in common.
bool overlap(Period const& one, Period const& other);

} // namespace people

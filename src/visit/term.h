#pragma once
// How long someone is kept (bewaartermijn): every room says it of the people in its own records, and the house erases who is past all of it (R28).
#include "platform/base/clock.h"
#include "visit/viewer.h"

#include <optional>
#include <vector>

namespace visit {

/// How many days someone is kept who does not go on, and the text of an interview after the decision: eight weeks.
inline constexpr int days_kept = 56;

/// What one room says of one person: the day on which the person may be erased, or no day while the room still needs the person.
struct Term {
    PersonId person;
    std::optional<base::Date> erased_on;
};

/// Everyone of whom all that is said is a day that has come, in order and once; a single room without a day keeps someone, and nobody is past who is not named.
std::vector<PersonId> past(std::vector<Term> const& terms, base::Date today);

} // namespace visit

#pragma once
// The clock of a proposal (voorstel): who is asked hears of it again on the fourth day, and after seven it lapses, without blame. Mission: proposal, reminder day 4, expiry day 7.
#include "platform/base/clock.h"

#include <optional>

namespace matching {

inline constexpr int reminded_after = 4, lapses_after = 7;
/// An offer that is older asks to be confirmed: three months.
inline constexpr int offer_confirmed_for = 91;

enum class Due { nothing,
                 remind,
                 lapse };
/// What is due for a proposal on a day: whoever must answer was asked at `since`, and reminded at a moment, which counts when it came after that.
Due due(base::Moment since, std::optional<base::Moment> reminded_at, base::Date today);

/// Whether an offer must be confirmed again.
bool offer_is_old(base::Moment confirmed_at, base::Date today);

} // namespace matching

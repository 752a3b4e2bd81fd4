#pragma once
// The clock of a proposal (voorstel): who is asked hears of it again on the fourth day, and after seven it lapses, without blame. Mission: proposal, reminder day 4, expiry day 7.
#include "platform/base/clock.h"
#include "platform/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace matching {

inline constexpr int reminded_after = 4, lapses_after = 7;
/// An offer that is older asks to be confirmed: three months.
inline constexpr int offer_confirmed_for = 91;

enum class Due { nothing,
                 remind,
                 lapse };
/// A time in which the clock of a proposal rests, because a question of the buddy waits for its answer; without an end it still waits.
struct Pause {
    base::Moment from;
    std::optional<base::Moment> until;
};
/// Whether a question waits.
bool rests(std::vector<Pause> const& pauses);
/// How many days of the clock have passed since a moment, without the days on which it rested.
int days_counted(base::Moment since, std::vector<Pause> const& pauses, base::Date today);
/// What is due for a proposal on a day: whoever must answer was asked at `since`, and reminded at a moment, which counts when it came after that. Nothing while it rests.
Due due(base::Moment since, std::optional<base::Moment> reminded_at, base::Date today, std::vector<Pause> const& pauses = {});

/// Checks what a buddy asks first, or what is answered: something is said, at most 2000 characters. The field is called tekst.
base::Result<std::string, base::Refusal> question_said(std::string const& typed);

/// Whether an offer must be confirmed again.
bool offer_is_old(base::Moment confirmed_at, base::Date today);

} // namespace matching

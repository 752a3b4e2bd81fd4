#pragma once
// The clock of the machine against what it said before. It may be wrong for a while: after it went back nothing that had ended lives again, and after any jump nothing is erased by its term for a day, so that someone can set it right.
#include "platform/base/clock.h"
#include "reception/visit.h"

#include <optional>

namespace app {

enum class ClockSaid { goes_on,
                       went_back,
                       jumped_ahead };

inline constexpr std::chrono::minutes clock_may_go_back{5}; ///< a correction, not a jump
inline constexpr std::chrono::hours clock_may_be_away{36};  ///< a machine that was off for longer counts as a jump
inline constexpr std::chrono::hours erasing_waits_after_jump{24};

/// What the clock did since it was last looked at.
ClockSaid judge_clock(base::Moment seen, base::Moment now);

/// Looks at the clock, keeps what it said, and writes a jump to the machine's log. When it went back, every session and every link that was made or had ended before is ended.
void look_at_clock(reception::Services& services);
/// Since when the clock went on without a jump; nothing before the first look.
std::optional<base::Moment> clock_steady_since(db::Door& hall);
/// Whether what has passed its term may be erased now.
bool may_erase_by_term(db::Door& hall, base::Moment now);

} // namespace app

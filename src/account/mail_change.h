#pragma once
// Another mail address (ander mailadres): asked by its owner, or by the coordinator after a talk; it counts once it was confirmed from the new address, and not before the owner of the old one had time to stop it.
#include "platform/base/clock.h"

#include <optional>

namespace account {

struct MailChange;

inline constexpr std::chrono::hours mail_change_waits{48};     ///< from asking on, so that who still reads the old address can stop it
inline constexpr std::chrono::hours mail_change_lasts{7 * 24}; ///< an address that is not confirmed by then is forgotten
inline constexpr int mail_changes_an_hour = 5;                 ///< asked by one account, and to one address

/// When the new address begins to count: nothing while it is not confirmed; at once after the yes when nothing goes to the old address (lost, or unsafe), else two days after asking or at the yes, whichever is later.
std::optional<base::Moment> mail_changes_at(base::Moment asked, std::optional<base::Moment> const& confirmed, bool old_is_lost);

} // namespace account

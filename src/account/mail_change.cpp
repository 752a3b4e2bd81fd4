#include "account/mail_change.h"

#include <algorithm>

namespace account {

std::optional<base::Moment> mail_changes_at(base::Moment asked, std::optional<base::Moment> const& confirmed, bool old_is_lost) {
    if (!confirmed || old_is_lost) return confirmed;
    return std::max(*confirmed, asked + mail_change_waits);
}

} // namespace account

#include "trajectory/trajectory.h"

#include "platform/base/require.h"

#include <algorithm>

namespace trajectory {
using base::tr;

Pace pace(base::Moment begun, std::optional<base::Date> last_contact, base::Moment now) {
    if (!last_contact) return now - begun > std::chrono::hours{48} ? Pace::first_contact_overdue : Pace::first_contact_awaited;
    auto const today = base::local_date(now);
    int const rhythm = base::days_between(base::local_date(begun), today) <= 42 ? 7 : 21;
    int const silence = base::days_between(*last_contact, today);
    if (silence > std::max(3 * rhythm, 21)) return Pace::very_quiet;
    if (2 * silence > 3 * rhythm) return Pace::quiet;
    return Pace::going;
}

base::Text name(EndReason reason) {
    switch (reason) {
    case EndReason::stopped_not_asked: return tr("gestopt, niet gevraagd waarom");
    case EndReason::goal_reached: return tr("het is goed zo");
    case EndReason::no_time: return tr("geen tijd");
    case EndReason::no_click: return tr("het klikte niet");
    case EndReason::moved: return tr("verhuisd");
    case EndReason::other_help: return tr("andere hulp");
    }
    throw base::Impossible{"a reason without a name"};
}

} // namespace trajectory

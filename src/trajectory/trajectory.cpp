#include "trajectory/trajectory.h"

#include "platform/base/require.h"

#include <algorithm>

namespace trajectory {
using base::tr;

Pace pace(base::Moment begun, std::optional<base::Date> last_contact, Course const& course, base::Moment now) {
    if (course.rests()) return Pace::resting;
    auto const today = base::local_date(now);
    if (!last_contact) {
        auto const from = course.woken_on ? std::max(begun, base::moment_of({*course.woken_on, {}})) : begun;
        return now - from > (course.parent_begins ? std::chrono::hours{24 * 7} : std::chrono::hours{48}) ? Pace::first_contact_overdue : Pace::first_contact_awaited;
    }
    auto const rhythm = days_between_contacts(course.rhythm, base::local_date(begun), today);
    if (!rhythm) return Pace::going;
    int const silence = base::days_between(std::max(*last_contact, course.woken_on.value_or(*last_contact)), today);
    if (silence > std::max(3 * *rhythm, 21)) return Pace::very_quiet;
    if (2 * silence > 3 * *rhythm) return Pace::quiet;
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

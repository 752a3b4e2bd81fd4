#include "today/digest.h"

namespace today {

bool digest_is_due(std::optional<base::Date> sent_on, base::Moment now) {
    auto const [day, time] = base::local(now);
    auto const since_monday = static_cast<int>((std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() - 1));
    auto const monday = base::later(day, -since_monday);
    if (since_monday == 0 && time < std::chrono::hours{8}) return false;
    return !sent_on || *sent_on < monday;
}

} // namespace today

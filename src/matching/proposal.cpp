#include "matching/proposal.h"

namespace matching {

Due due(base::Moment since, std::optional<base::Moment> reminded_at, base::Date today) {
    auto const days = base::days_between(base::local_date(since), today);
    if (days >= lapses_after) return Due::lapse;
    return days >= reminded_after && (!reminded_at || *reminded_at <= since) ? Due::remind : Due::nothing;
}

bool offer_is_old(base::Moment confirmed_at, base::Date today) { return base::days_between(base::local_date(confirmed_at), today) > offer_confirmed_for; }

} // namespace matching

#include "matching/proposal.h"

#include "platform/base/length.h"

#include <algorithm>

namespace matching {
using base::tr;

bool rests(std::vector<Pause> const& pauses) {
    return std::any_of(pauses.begin(), pauses.end(), [](Pause const& each) { return !each.until; });
}
int days_counted(base::Moment since, std::vector<Pause> const& pauses, base::Date today) {
    auto const begun = base::local_date(since);
    int rested = 0;
    // two of a couple may ask at the same time: such a day rests once
    auto counted = begun;
    auto sorted = pauses;
    std::sort(sorted.begin(), sorted.end(), [](Pause const& one, Pause const& other) { return one.from < other.from; });
    for (auto const& each : sorted) {
        auto const from = std::max(base::local_date(each.from), counted), until = std::min(each.until ? base::local_date(*each.until) : today, today);
        if (until <= from) continue;
        rested += base::days_between(from, until);
        counted = until;
    }
    return base::days_between(begun, today) - rested;
}
Due due(base::Moment since, std::optional<base::Moment> reminded_at, base::Date today, std::vector<Pause> const& pauses) {
    if (rests(pauses)) return Due::nothing;
    auto const days = days_counted(since, pauses, today);
    if (days >= lapses_after) return Due::lapse;
    return days >= reminded_after && (!reminded_at || *reminded_at <= since) ? Due::remind : Due::nothing;
}

base::Result<std::string, base::Refusal> question_said(std::string const& typed) {
    if (typed.empty()) return base::Refusal::of("tekst", tr("Schrijf eerst iets op."));
    if (base::characters(typed) > 2000) return base::Refusal::of("tekst", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    return typed;
}

bool offer_is_old(base::Moment confirmed_at, base::Date today) { return base::days_between(base::local_date(confirmed_at), today) > offer_confirmed_for; }

} // namespace matching

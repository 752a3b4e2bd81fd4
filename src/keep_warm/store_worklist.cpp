#include "keep_warm/store_worklist.h"

#include "keep_warm/store_hearing.h"

namespace keep_warm {
using base::tr;
using visit::Urgency;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const&, base::Moment now) {
    std::vector<visit::Work> work;
    auto const today = base::local_date(now);
    for (auto const& [person, waiting] : all_waiting(door, now)) {
        auto const what = due(waiting.hearing, today);
        if (what == Due::nothing) continue;
        auto const heard = last_heard(waiting.hearing), stepped = without_step_since(waiting.hearing);
        auto const href = "/berichten/" + person.value();
        auto const silent = base::days_between(heard, today);
        bool const long_wait = base::days_between(stepped, today) >= days_to_call;
        auto const urgency = silent > days_to_hear ? Urgency::overdue : silent == days_to_hear || long_wait ? Urgency::today
                                                                                                            : Urgency::soon;
        if (what == Due::write) work.push_back({"warm.write", urgency, tr("Hoorde lang niets: schrijf even"), person, base::moment_of({heard, {}}), href, tr("Schrijf")});
        else work.push_back({"warm.call", urgency, long_wait ? tr("Wacht al acht weken: bel en bied iets anders") : tr("Hoorde lang niets en heeft geen mail: bel even"), person, base::moment_of({long_wait ? stepped : heard, {}}), href, tr("Bel")});
    }
    return work;
}

} // namespace keep_warm

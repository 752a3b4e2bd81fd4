#include "check_in/store_worklist.h"

#include "check_in/store_check_in.h"

namespace check_in {
using base::tr;
using visit::Urgency;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    auto const parents = parents_of_all(door);
    for (auto const& entry : list(door, now)) {
        if (entry.handled_at || granted.viewer().closed_to(entry.person)) continue;
        // a row about the buddy tells of the parent too
        auto const its = entry.match ? parents.find(*entry.match) : parents.end();
        auto const parent = its == parents.end() ? std::nullopt : std::optional{its->second};
        if (parent && granted.viewer().closed_to(*parent)) continue;
        auto const href = "/hoe-gaat-het/" + entry.id.value();
        if (entry.answered_at) {
            bool const call = asks_a_call({"", "", base::from_word<Fits>(entry.fits), base::from_word<GoesOn>(entry.goes_on), entry.wants_call});
            work.push_back({call ? "check_in.call" : "check_in.read", call ? Urgency::today : Urgency::soon, call ? tr("Zei hoe het gaat: bel") : tr("Zei hoe het gaat"), entry.person, *entry.answered_at, href, tr("Lees"), parent});
        } else if (entry.by_phone || base::working_days_between(base::local_date(entry.asked_at), base::local_date(now)) > 7) work.push_back({"check_in.ask", Urgency::waiting, entry.by_phone ? tr("Belt liever zelf: hoe gaat het?") : tr("Zei nog niet hoe het gaat: bel of sla over"), entry.person, entry.asked_at, href, tr("Vul in"), parent});
    }
    return work;
}

} // namespace check_in

#include "worry/store_worklist.h"

#include "worry/store_worry.h"

namespace worry {
using base::tr;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const&, base::Moment now) {
    auto since = waiting_since(door);
    if (!since) return {};
    return {{"worry.waiting", visit::Urgency::safety, waits_too_long(*since, now) ? tr("Er wacht al een werkdag een zorg om veiligheid: bel de aandachtsfunctionaris") : tr("Er is een zorg om veiligheid gemeld"), "", *since, "/zorgen/wie", tr("Bekijk wie u belt")}};
}

} // namespace worry

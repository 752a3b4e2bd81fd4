#include "sharing/store_worklist.h"

#include "sharing/store_disclosure.h"

namespace sharing {
using base::tr;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    if (!granted.viewer().person) return work;
    for (auto const& row : shared_with(door, *granted.viewer().person, base::local_date(now)))
        if (row.as == As::coordinator && !row.opened_at) work.push_back({"share.given", visit::Urgency::soon, tr("Deelt iets met u"), row.parent, row.made_at, "/gedeeld/" + row.id.value(), tr("Lees het")});
    return work;
}

} // namespace sharing

#include "people/store_worklist.h"

#include "people/appointment.h"
#include "people/store_people.h"

namespace people {
using base::tr;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted) {
    std::vector<visit::Work> work;
    for (auto const& row : waiting_roles(door))
        if (may_confirm(granted.viewer(), row.person, row.entered_by.value_or(""))) work.push_back({"role.to_confirm", visit::Urgency::soon, tr("Krijgt een taak: bevestig of weiger"), row.person, row.since, "/taken", tr("Bekijk")});
    return work;
}

} // namespace people

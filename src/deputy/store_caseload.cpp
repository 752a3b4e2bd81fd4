#include "deputy/store_caseload.h"

#include "help_request/store_waiting.h"
#include "matching/store_waiting.h"
#include "people/store_other_task.h"
#include "recruitment/store_waiting.h"

namespace deputy {

std::set<visit::PersonId> caseload(db::Door& door, base::Date today) {
    std::set<visit::PersonId> all;
    for (auto const& each : recruitment::signed_up(door)) all.insert(each.waits.person);
    for (auto const& each : help_request::waiting(door)) all.insert(each.person);
    auto const parents = people::with_role(door, visit::Role::asking_parent);
    std::set<visit::PersonId> const asked{parents.begin(), parents.end()};
    for (auto const& person : matching::matched(door))
        if (asked.contains(person)) all.insert(person);
    for (auto const& each : matching::waiting(door, today))
        if (asked.contains(each.person)) all.insert(each.person);
    // who chose another reader is not read by a deputy either
    for (auto const& choice : people::chosen_readers(door)) all.erase(choice.person);
    // nor is a family that waits for someone to take it over from a coordinator with another task
    for (auto const& task : people::waiting_other_tasks(door)) all.erase(task.parent);
    return all;
}

} // namespace deputy

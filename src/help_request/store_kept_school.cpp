#include "help_request/store_kept_school.h"

#include <optional>

namespace help_request {
namespace {
struct Row {
    visit::PersonId person;
    std::optional<std::string> school, place;
};
} // namespace

std::map<visit::PersonId, std::string> kept_schools(db::Door& door, visit::PersonId const& coordinator) {
    std::map<visit::PersonId, std::string> all;
    for (auto const& row : door.list<Row>("select r.person, s.name, s.place from help_requests r left join schools s on s.partnership = r.partnership and s.id = r.school where r.partnership = :partnership and r.person in (select parent from other_tasks where partnership = :partnership and coordinator = :coordinator and ended_at is null) order by r.person, r.asked_at desc, r.id", door.scope().partnership, coordinator))
        all.emplace(row.person, row.school ? *row.school + ", " + row.place.value_or("") : std::string{});
    return all;
}

} // namespace help_request

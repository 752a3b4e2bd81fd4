#include "intake/store_waiting.h"

namespace intake {
using base::tr;
namespace {
struct Talk {
    visit::PersonId person;
    base::Moment begins_at;
};
struct Told {
    visit::PersonId person;
    base::Date discussed_on;
};
constexpr std::string_view of_candidates = " and t.person in (select r.person from person_roles r where r.partnership = :partnership and r.role = 'candidate' and r.until is null)";
} // namespace

std::vector<visit::PersonId> not_going_on(db::Door& door) {
    return door.column<visit::PersonId>("select person from outcomes where partnership = :partnership and replaced_at is null and outcome not in ('may_go_on', 'may_go_on_with_doubt')", door.scope().partnership);
}
std::vector<visit::Step> steps(db::Door& door, base::Moment now) {
    std::vector<visit::Step> all;
    for (auto const& row : door.list<Talk>("select t.person, t.begins_at from interviews t where t.partnership = :partnership and t.cancelled_at is null and t.begins_at <= :now" + std::string{of_candidates}, door.scope().partnership, now))
        all.push_back({row.person, base::local_date(row.begins_at), tr("kennismakingsgesprek")});
    for (auto const& row : door.list<Told>("select t.person, t.discussed_on from outcomes t where t.partnership = :partnership and t.discussed_on is not null" + std::string{of_candidates}, door.scope().partnership)) all.push_back({row.person, row.discussed_on, tr("uitkomst besproken")});
    return all;
}

} // namespace intake

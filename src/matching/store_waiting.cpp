#include "matching/store_waiting.h"

namespace matching {
using base::tr;
namespace {
struct Free {
    visit::PersonId person;
    base::Moment since;
    std::optional<base::Moment> ended_at, left_at;
    std::optional<base::Date> paused_until;
};
struct At {
    visit::PersonId person;
    base::Moment at;
};
} // namespace

std::vector<visit::Waits> waiting(db::Door& door, base::Date today) {
    std::vector<visit::Waits> all;
    for (auto const& row : door.list<Free>("select r.person, r.since, (select max(m.ended_at) from matches m where m.partnership = r.partnership and (m.buddy = r.person or m.partner = r.person)) as ended_at, (select max(d.left_at) from departures d where d.partnership = r.partnership and d.person = r.person) as left_at, o.paused_until from person_roles r "
                                           "left join offers o on o.partnership = r.partnership and o.person = r.person where r.partnership = :partnership and r.role = 'buddy' and r.until is null "
                                           "and not exists (select 1 from matches m where m.partnership = r.partnership and (m.buddy = r.person or m.partner = r.person) and m.ended_at is null) order by r.since, r.person",
                                           door.scope().partnership)) {
        if (row.paused_until && *row.paused_until > today) continue;
        all.push_back({row.person, visit::Role::buddy, base::local_date(std::max({row.since, row.ended_at.value_or(row.since), row.left_at.value_or(row.since)}))});
    }
    return all;
}
std::vector<visit::PersonId> matched(db::Door& door) {
    return door.column<visit::PersonId>("select parent from matches where partnership = :partnership and ended_at is null union select buddy from matches where partnership = :partnership and ended_at is null union select partner from matches where partnership = :partnership and ended_at is null and partner is not null", door.scope().partnership);
}
std::vector<visit::Step> steps(db::Door& door) {
    std::vector<visit::Step> all;
    for (auto const& row : door.list<At>("select buddy, made_at from proposals where partnership = :partnership union all select partner, made_at from proposals where partnership = :partnership and partner is not null", door.scope().partnership)) all.push_back({row.person, base::local_date(row.at), tr("een voorstel voor jou")});
    for (auto const& row : door.list<At>("select buddy, ended_at from matches where partnership = :partnership and ended_at is not null union all select partner, ended_at from matches where partnership = :partnership and ended_at is not null and partner is not null", door.scope().partnership)) all.push_back({row.person, base::local_date(row.at), tr("koppeling afgesloten")});
    return all;
}

} // namespace matching

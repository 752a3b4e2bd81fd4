#include "today/store_digest.h"

#include "today/digest.h"

namespace today {
namespace {
struct Row {
    visit::PersonId person;
    std::optional<base::Date> sent_on;
};
} // namespace

bool wants_digest(db::Door& door, visit::PersonId const& person) { return door.one<std::int64_t>("select count(*) from digests where partnership = :partnership and person = :person", door.scope().partnership, person).value_or(0) > 0; }
void choose_digest(db::Write& tx, visit::PersonId const& person, bool wants) {
    if (wants) tx.run("insert into digests (partnership, person) values (:partnership, :person) on conflict do nothing", tx.scope().partnership, person);
    else tx.run("delete from digests where partnership = :partnership and person = :person", tx.scope().partnership, person);
}
std::vector<visit::PersonId> digests_due(db::Write& tx, base::Moment now) {
    std::vector<visit::PersonId> due;
    auto const& partnership = tx.scope().partnership;
    for (auto const& row : tx.list<Row>("select d.person, d.sent_on from digests d where d.partnership = :partnership and exists (select 1 from person_roles r where r.partnership = d.partnership and r.person = d.person and r.role = 'coordinator' and r.until is null and r.confirmed_by is not null) order by d.person", partnership))
        if (digest_is_due(row.sent_on, now) && tx.run("update digests set sent_on = :today where partnership = :partnership and person = :person and (sent_on is null or sent_on < :today)", base::local_date(now), partnership, row.person) == 1) due.push_back(row.person);
    return due;
}

} // namespace today

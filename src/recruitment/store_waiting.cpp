#include "recruitment/store_waiting.h"

namespace recruitment {
using base::tr;
namespace {
struct Row {
    visit::PersonId person;
    base::Moment signed_up_at, confirmed_at;
};
} // namespace

std::vector<SignedUp> signed_up(db::Door& door) {
    std::vector<SignedUp> all;
    for (auto const& row : door.list<Row>("select s.person, s.signed_up_at, s.confirmed_at from sign_ups s where s.partnership = :partnership and s.confirmed_at is not null and s.ended_at is null "
                                          "and s.person in (select r.person from person_roles r where r.partnership = :partnership and r.role = 'candidate' and r.until is null) order by s.confirmed_at, s.id",
                                          door.scope().partnership))
        all.push_back({{row.person, visit::Role::candidate, base::local_date(row.confirmed_at)}, {row.person, base::local_date(row.signed_up_at), tr("aanmelding ontvangen")}});
    return all;
}

} // namespace recruitment

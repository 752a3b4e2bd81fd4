#include "training/store_waiting.h"

namespace training {
using base::tr;
namespace {
struct At {
    visit::PersonId person;
    base::Moment at;
};
struct Decided {
    visit::PersonId person;
    base::Date told_on;
    std::optional<base::Date> deployment_talk_on;
};
constexpr std::string_view still_here = " and t.person in (select r.person from person_roles r where r.partnership = :partnership and r.role in ('candidate', 'buddy') and r.until is null)";
} // namespace

std::vector<visit::Step> steps(db::Door& door) {
    std::vector<visit::Step> all;
    auto const& partnership = door.scope().partnership;
    for (auto const& row : door.list<At>("select t.person, t.since from edition_people t where t.partnership = :partnership and t.part = 'participant'" + std::string{still_here}, partnership)) all.push_back({row.person, base::local_date(row.at), tr("uitnodiging voor de training")});
    for (auto const& row : door.list<At>("select t.person, e.begins_at from attendances t join evenings e on e.partnership = t.partnership and e.id = t.evening where t.partnership = :partnership and t.presence <> 'absent'" + std::string{still_here}, partnership))
        all.push_back({row.person, base::local_date(row.at), tr("trainingsavond")});
    for (auto const& row : door.list<Decided>("select t.person, t.told_on, t.deployment_talk_on from readiness t where t.partnership = :partnership" + std::string{still_here}, partnership)) {
        all.push_back({row.person, row.told_on, tr("besluit na de training besproken")});
        if (row.deployment_talk_on) all.push_back({row.person, *row.deployment_talk_on, tr("inzetgesprek")});
    }
    return all;
}

} // namespace training

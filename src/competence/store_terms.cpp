#include "competence/store_terms.h"

#include "competence/store_assessment.h"

namespace competence {
namespace {

struct Left {
    visit::PersonId person;
    base::Moment at;
};

} // namespace

std::vector<visit::PersonId> scores_past(db::Door& door, base::Date today) {
    std::vector<visit::PersonId> past;
    for (auto const& [person, at] : door.list<Left>("select r.person, max(r.until) from person_roles r where r.partnership = :partnership and r.role in ('candidate', 'buddy') "
                                                    "and (exists (select 1 from self_assessments s where s.partnership = r.partnership and s.person = r.person) or exists (select 1 from assessment_drafts d where d.partnership = r.partnership and d.person = r.person) "
                                                    "or exists (select 1 from assessment_asks a where a.partnership = r.partnership and a.person = r.person)) group by r.person having count(*) = count(r.until) order by r.person",
                                                    door.scope().partnership))
        if (scores_past(base::local_date(at), today)) past.push_back(person);
    return past;
}

void delete_scores(db::Write& tx, visit::PersonId const& person) {
    erase_own(tx, person);
    tx.run("delete from assessment_asks where partnership = :partnership and person = :person", tx.scope().partnership, person);
}

} // namespace competence

#include "training/store_completion.h"

namespace training {
namespace {
struct Evening {
    std::string id;
    std::optional<Presence> presence;
};
struct Readiness {
    Decision decision;
    std::optional<base::Date> deployment_talk_on, vog_seen_on;
    std::string exempted_because;
};
} // namespace

Steps steps_of(db::Door& door, visit::PersonId const& person, bool vog_required) {
    Steps steps;
    steps.vog_required = vog_required;
    auto const& partnership = door.scope().partnership;
    auto edition = door.one<std::string>("select edition from edition_people where partnership = :partnership and person = :person and part = 'participant' order by since desc limit 1", partnership, person);
    if (edition)
        for (auto const& row : door.list<Evening>("select e.id, a.presence from evenings e left join attendances a on a.partnership = e.partnership and a.evening = e.id and a.person = :person where e.partnership = :partnership and e.edition = :edition order by e.number", person, partnership, *edition))
            steps.evenings.push_back(row.presence);
    if (auto row = door.find<Readiness>("select decision, deployment_talk_on, vog_seen_on, exempted_because from readiness where partnership = :partnership and person = :person", partnership, person)) {
        steps.decision = row->decision;
        steps.deployment_talk_on = row->deployment_talk_on;
        steps.vog_seen_on = row->vog_seen_on;
        steps.exempted = !row->exempted_because.empty();
    }
    return steps;
}

std::vector<visit::PersonId> going_on(db::Door& door) {
    return door.column<visit::PersonId>("select person from readiness where partnership = :partnership and decision = 'goes_on' order by decided_at, person", door.scope().partnership);
}

} // namespace training

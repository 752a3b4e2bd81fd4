#include "training/store_completion.h"

#include "platform/db/blocks.h"
#include "training/store_edition.h"

#include <unordered_set>

namespace training {
namespace {
struct Followed {
    visit::PersonId person;
    std::optional<Presence> presence;
};
struct Readiness {
    visit::PersonId person;
    Decision decision;
    std::optional<base::Date> deployment_talk_on, vog_seen_on;
    std::string exempted_because;
};
/// The evenings of the edition in which someone takes part, or took part last.
constexpr std::string_view evenings = "select p.person, a.presence from edition_people p join evenings e on e.partnership = p.partnership and e.edition = p.edition "
                                      "left join attendances a on a.partnership = e.partnership and a.evening = e.id and a.person = p.person where p.partnership = :partnership and p.part = 'participant' "
                                      "and not exists (select 1 from edition_people later where later.partnership = p.partnership and later.person = p.person and later.part = 'participant' and later.since > p.since)";
/// Who is no candidate and no buddy any more needs no next step.
constexpr std::string_view still_here = " and p.person in (select r.person from person_roles r where r.partnership = :partnership and r.role in ('candidate', 'buddy') and r.until is null)";
/// Who is still here and takes part in a group with an evening neither followed nor caught up, or in one that has no evenings.
std::string const lacking = "select l.person from (select distinct p.edition, p.person, p.since from edition_people p left join evenings e on e.partnership = p.partnership and e.edition = p.edition "
                            "left join attendances a on a.partnership = e.partnership and a.evening = e.id and a.person = p.person where p.partnership = :partnership and p.part = 'participant' and (a.presence is null or a.presence = 'absent')" +
                            std::string{still_here} + ") l where not exists (select 1 from edition_people later where later.partnership = :partnership and later.person = l.person and later.part = 'participant' and later.since > l.since)";
constexpr std::string_view readiness = "select p.person, p.decision, p.deployment_talk_on, p.vog_seen_on, p.exempted_because from readiness p where p.partnership = :partnership";

void take(Steps& steps, Readiness const& row) {
    steps.decision = row.decision;
    steps.deployment_talk_on = row.deployment_talk_on;
    steps.vog_seen_on = row.vog_seen_on;
    steps.exempted = !row.exempted_because.empty();
}
} // namespace

Steps steps_of(db::Door& door, visit::PersonId const& person, bool vog_required) {
    Steps steps;
    steps.vog_required = vog_required;
    auto const& partnership = door.scope().partnership;
    for (auto const& row : door.list<Followed>(std::string{evenings} + " and p.person = :person order by e.number", partnership, person)) steps.evenings.push_back(row.presence);
    if (auto row = door.find<Readiness>(std::string{readiness} + " and p.person = :person", partnership, person)) take(steps, *row);
    return steps;
}

std::map<visit::PersonId, Steps> steps_of_all(db::Door& door, std::vector<visit::PersonId> const& whom, bool vog_required) {
    static db::Blocks const their_evenings{std::string{evenings} + " and p.person in", " order by p.person, e.number"}, their_readiness{std::string{readiness} + " and p.person in"};
    Steps nothing;
    nothing.vog_required = vog_required;
    std::map<visit::PersonId, Steps> all;
    for (auto const& person : whom) all.emplace(person, nothing);
    for (auto const& row : their_evenings.list<Followed>(door, whom)) all.at(row.person).evenings.push_back(row.presence);
    for (auto const& row : their_readiness.list<Readiness>(door, whom)) take(all.at(row.person), row);
    return all;
}

void stop(db::Write& tx, visit::PersonId const& person, base::Date told_on, Reason reason, visit::PersonId const& by, base::Moment now) {
    auto const edition = edition_of(tx, person);
    auto const group = edition ? evenings_of(tx, edition->id) : std::vector<EveningRow>{};
    decide(tx, person, Decision::stops, told_on, by, now, reason, exit_point(group.empty() ? std::nullopt : std::optional{group.back().begins_at}, now));
}

std::vector<GoingOn> going_on(db::Door& door, bool vog_required) {
    auto const& partnership = door.scope().partnership;
    std::unordered_set<std::string> unfollowed;
    for (auto const& person : door.column<std::string>(lacking, partnership)) unfollowed.insert(person);
    std::vector<GoingOn> all;
    auto const rows = door.list<Readiness>(std::string{readiness} + " and p.decision = 'goes_on'" + std::string{still_here} + " order by p.decided_at, p.person", partnership);
    std::unordered_set<std::string> in_group;
    for (auto const& person : door.column<std::string>("select p.person from edition_people p where p.partnership = :partnership and p.part = 'participant'" + std::string{still_here}, partnership)) in_group.insert(person);
    all.reserve(rows.size());
    for (auto const& row : rows) {
        Steps steps;
        steps.vog_required = vog_required;
        take(steps, row);
        // how many evenings there were makes no difference to the rule, only whether one is lacking
        if (in_group.contains(row.person.value())) steps.evenings = {unfollowed.contains(row.person.value()) ? std::nullopt : std::optional{Presence::present}};
        all.push_back({row.person, missing(steps).empty()});
    }
    return all;
}

} // namespace training

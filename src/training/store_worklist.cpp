#include "training/store_worklist.h"

#include "intake/store_advice.h"
#include "training/store_catch_up.h"
#include "training/store_coming.h"
#include "training/store_completion.h"
#include "training/store_days.h"
#include "training/store_edition.h"
#include "training/store_pack.h"
#include "training/store_recording.h"
#include "training/vog.h"

namespace training {
using base::tr;
using visit::Urgency;
namespace {
struct Open {
    EditionId edition;
    std::string name;
    int number;
    base::Moment begins_at;
};
struct Vetted {
    visit::PersonId person;
    base::Moment decided_at;
    std::optional<base::Date> asked_on, seen_on;
};

/// Buddies of whom a VOG is to be asked, awaited or seen again.
void add_vogs(std::vector<visit::Work>& work, db::Door& door, visit::PartnershipId const& partnership, base::Moment now) {
    auto house = people::find_partnership(door, partnership);
    if (!house || !house->vog_required) return;
    auto const today = base::local_date(now);
    auto start_of = [](base::Date day) { return base::moment_of({day, {}}); };
    for (auto const& row : door.list<Vetted>("select d.person, d.decided_at, d.vog_asked_on, d.vog_seen_on from readiness d where d.partnership = :partnership and d.decision = 'goes_on' "
                                             "and d.person in (select r.person from person_roles r where r.partnership = :partnership and r.role = 'buddy' and r.until is null) order by d.decided_at, d.person",
                                             partnership)) {
        auto const href = "/buddys/" + row.person.value();
        auto const is = vog({true, row.asked_on, row.seen_on}, today);
        if (is == Vog::to_ask) work.push_back({"vog.ask", Urgency::soon, tr("Vraag om een VOG"), row.person, row.decided_at, href, tr("Leg VOG vast")});
        if (is == Vog::asked) work.push_back({"vog.await", base::days_between(*row.asked_on, today) > 28 ? Urgency::today : Urgency::waiting, tr("VOG gevraagd en nog niet gezien"), row.person, start_of(*row.asked_on), href, tr("Leg VOG vast")});
        if (is == Vog::to_check) work.push_back({"vog.check", check_on(*row.seen_on) <= today ? Urgency::overdue : Urgency::soon, tr("De VOG is bijna drie jaar oud, of ouder: laat een nieuwe zien"), row.person, start_of(check_on(*row.seen_on)), href, tr("Leg VOG vast")});
    }
}
} // namespace

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    for (auto const& row : door.list<Open>("select e.edition, d.name, e.number, e.begins_at from evenings e join editions d on d.partnership = e.partnership and d.id = e.edition where e.partnership = :partnership "
                                           "and e.id in (select v.id from edition_people p join evenings v on v.partnership = p.partnership and v.edition = p.edition where p.partnership = :partnership and p.part = 'participant' and p.left_at is null "
                                           "and p.person in (select r.person from person_roles r where r.partnership = :partnership and r.role in ('candidate', 'buddy') and r.until is null) "
                                           "and not exists (select 1 from attendances a where a.partnership = v.partnership and a.evening = v.id and a.person = p.person)) order by e.begins_at, e.id",
                                           granted.record())) {
        auto const href = "/trainingen/" + row.edition.value();
        if (row.begins_at <= now) work.push_back({"evening.attendance", Urgency::today, base::Sentence{tr("Avond {number}: vul in wie er was"), {{"number", std::to_string(row.number)}}}, row.name, row.begins_at, href, tr("Vul aanwezigheid in")});
        else if (base::days_between(base::local_date(now), base::local_date(row.begins_at)) <= 14) work.push_back({"evening.prepare", Urgency::waiting, base::Sentence{tr("Avond {number} komt eraan"), {{"number", std::to_string(row.number)}}}, row.name, row.begins_at, href, tr("Bekijk avond")});
    }
    for (auto const& recording : recordings_to_remove(door)) work.push_back({"recording.remove", Urgency::today, tr("Een opname mag niet meer: verwijder hem waar hij staat"), recording.about, recording.asked_at, "/trainingen/" + recording.edition.value() + "/opnamen", tr("Bekijk opnamen")});
    for (auto const& row : undated(door))
        if (row.invited > 0) work.push_back({"edition.choose_days", row.answered == row.invited ? Urgency::today : Urgency::waiting, base::Sentence{tr("Kies de avonden: {answered} van de {invited} zeiden welke dagen kunnen"), {{"answered", std::to_string(row.answered)}, {"invited", std::to_string(row.invited)}}}, row.name, row.made_at, "/trainingen/" + row.edition.value(), tr("Kies avonden")});
    for (auto const& row : unrecorded(door, now)) work.push_back({"catch_up.record", Urgency::today, base::Sentence{tr("Inhalen van avond {number}: vul in wie er was"), {{"number", std::to_string(row.number)}}}, row.name, row.begins_at, "/trainingen/" + row.edition.value() + "/inhalen/" + std::to_string(row.number), tr("Vul in")});
    for (auto const& row : packs_waiting(door)) work.push_back({"pack.send", Urgency::soon, base::Sentence{tr("Welkomstpakketten klaar om te versturen: {count}"), {{"count", std::to_string(row.count)}}}, row.name, row.since, "/trainingen/" + row.edition.value() + "/welkomstpakket", tr("Bekijk")});
    for (auto const& row : cannot_come(door, now)) work.push_back({"coming.cannot", Urgency::waiting, base::Sentence{tr("Kan niet op avond {number}: kijk samen wat wel kan"), {{"number", std::to_string(row.number)}}}, row.person, row.answered_at, "/trainingen/" + row.edition.value(), tr("Bekijk groep")});
    auto const may_go_on = intake::may_go_on(door);
    auto const all_steps = steps_of_all(door, may_go_on, false);
    auto const all_editions = editions_of_all(door);
    auto const planned_ahead = all_catch_ups_ahead(door, now);
    for (auto const& person : may_go_on) {
        auto found = all_editions.find(person);
        auto const* edition = found == all_editions.end() ? nullptr : &found->second;
        auto const& name = person;
        auto const& steps = all_steps.at(person);
        if (steps.decision == Decision::stops) continue;
        if (!edition) {
            work.push_back({"training.to_invite", Urgency::soon, tr("Kan door: nodig uit voor een training"), name, now, "/trainingen", tr("Kies training")});
            continue;
        }
        bool const done = !steps.evenings.empty() && (steps.exempted || std::all_of(steps.evenings.begin(), steps.evenings.end(), [](auto const& one) { return one && followed(*one); }));
        bool const missed = std::any_of(steps.evenings.begin(), steps.evenings.end(), [](auto const& one) { return one == Presence::absent; });
        auto const href = "/buddys/" + person.value();
        if (missed && !steps.exempted) {
            auto const at = std::find(steps.evenings.begin(), steps.evenings.end(), std::optional{Presence::absent}) - steps.evenings.begin() + 1;
            bool const planned = std::any_of(planned_ahead.begin(), planned_ahead.end(), [&](auto const& one) { return one.person == person && one.edition == edition->id && one.number == at; });
            work.push_back({"training.catch_up", planned ? Urgency::waiting : Urgency::soon, planned ? tr("Miste een avond: er is een afspraak om in te halen") : tr("Miste een avond: laat inhalen"), name, edition->made_at, "/trainingen/" + edition->id.value() + "/inhalen/" + std::to_string(at), tr("Regel inhalen")});
        } else if (done && !steps.decision) work.push_back({"training.decide", Urgency::soon, tr("Training gevolgd: besluit samen hoe het verder gaat"), name, edition->made_at, href, tr("Leg besluit vast")});
        else if (done && steps.decision == Decision::goes_on && !steps.deployment_talk_on) work.push_back({"buddy.deployment_talk", Urgency::soon, tr("Houd een inzetgesprek"), name, edition->made_at, href, tr("Leg gesprek vast")});
    }
    add_vogs(work, door, granted.record(), now);
    return work;
}

} // namespace training

#include "people/store_worklist.h"

#include "people/appointment.h"
#include "people/store_deputyship.h"
#include "people/store_people.h"
#include "people/store_restriction.h"
#include "people/store_schools.h"

namespace people {
using base::tr;

namespace {

/// One row for all silent schools; each by itself would push aside what waits for a person.
void add_silent_schools(db::Door& door, std::vector<visit::Work>& work, base::Date today) {
    auto const done = coverage(door);
    std::size_t count = 0;
    std::optional<base::Date> since;
    for (auto const& school : schools(door)) {
        auto at = done.find(school.id);
        auto const its = at == done.end() ? Coverage{} : at->second;
        if (!is_silent(school, its, today)) continue;
        ++count;
        auto const last = last_of(its).value_or(base::local_date(school.known_at));
        if (!since || last < *since) since = last;
    }
    if (since) work.push_back({"school.silent", visit::Urgency::soon, base::Sentence{tr("Scholen waar lang niets gebeurde: {count}"), {{"count", std::to_string(count)}}}, std::string{}, base::moment_of({*since, std::chrono::hours{12}}), "/scholen?stand=stil", tr("Bekijk")});
}

/// Who must still be told that someone stands in, and what is to be handed over now that it is over.
void add_deputyships(db::Door& door, std::vector<visit::Work>& work, base::Date today) {
    for (auto const& row : deputyships(door, today)) {
        auto const waiting = untold(door, row.id).size();
        auto const urgency = base::days_between(today, row.first_day) <= 1 ? visit::Urgency::today : visit::Urgency::soon;
        if (waiting > 0) work.push_back({"deputyship.tell", urgency, base::Sentence{tr("Neemt waar. Bel eerst wie geen mailadres heeft: {count}"), {{"count", std::to_string(waiting)}}}, row.deputy, row.made_at, "/waarneming", tr("Bekijk")});
    }
    for (auto const& row : ended_deputyships(door, today, hand_over_days)) work.push_back({"deputyship.ended", visit::Urgency::soon, tr("Nam waar. Praat samen na wat er gebeurde"), row.deputy, row.ended_at.value_or(base::moment_of({row.last_day, std::chrono::hours{12}})), "/waarneming", tr("Bekijk")});
}

} // namespace

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    for (auto const& row : waiting_roles(door))
        if (may_confirm(granted.viewer(), row.person, row.entered_by.value_or(""))) work.push_back({"role.to_confirm", visit::Urgency::soon, tr("Krijgt een taak: bevestig of weiger"), row.person, row.since, "/taken", tr("Bekijk")});
    if (!granted.viewer().deputy) add_deputyships(door, work, base::local_date(now));
    add_silent_schools(door, work, base::local_date(now));
    // one row without a name: who it is cannot be read
    if (auto const locked = restrictions(door); !locked.empty()) work.push_back({"own_data.restricted", visit::Urgency::waiting, base::Sentence{tr("Iemand zette gegevens op slot. Wacht af. Aantal: {count}"), {{"count", std::to_string(locked.size())}}}, std::string{}, locked.front().since, "/vandaag/op-slot", tr("Wat betekent dat?")});
    return work;
}

} // namespace people

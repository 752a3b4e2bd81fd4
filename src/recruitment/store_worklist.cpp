#include "recruitment/store_worklist.h"

#include "recruitment/outreach.h"
#include "recruitment/sign_up.h"
#include "recruitment/store_campaigns.h"

namespace recruitment {
using base::tr;
namespace {
struct Row {
    SignUpId id;
    visit::PersonId person;
    base::Moment signed_up_at;
    std::optional<base::Moment> confirmed_at;
};
struct Step {
    ProfessionalId professional;
    visit::PersonId person;
    base::Date next_on;
};
} // namespace

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    // taking up a sign-up (an interview was planned) moves the row to another room
    for (auto const& row : door.list<Row>("select id, person, signed_up_at, confirmed_at from sign_ups where partnership = :partnership and ended_at is null and taken_up_at is null order by signed_up_at, id", granted.record())) {
        auto const today = base::local_date(now);
        if (!row.confirmed_at) {
            if (base::days_between(base::local_date(row.signed_up_at), today) < 3) continue;
            work.push_back({"sign_up.unconfirmed", visit::Urgency::soon, tr("Aanmelding niet bevestigd: bel even"), row.person, row.signed_up_at, "/aanmeldingen/" + row.id.value(), tr("Bekijk aanmelding")});
            continue;
        }
        auto by = answer_by(base::local_date(row.signed_up_at));
        auto urgency = today > by ? visit::Urgency::overdue : today == by ? visit::Urgency::today
                                                                          : visit::Urgency::soon;
        work.push_back({"sign_up.waiting", urgency, tr("Nieuwe aanmelding: plan een gesprek"), row.person, row.signed_up_at, "/aanmeldingen/" + row.id.value() + "/gesprek", tr("Plan gesprek")});
    }
    auto const today = base::local_date(now);
    for (auto const& row : campaigns(door))
        if (row.fallback_is_due(today)) work.push_back({"campaign.fallback", visit::Urgency::today, tr("Te weinig mensen op de laatste dag: tijd voor plan B"), row.name, base::moment_of({row.closed_on.value_or(row.closes_on), {}}), "/campagnes/" + row.id.value(), tr("Bekijk campagne")});
    for (auto const& row : door.list<Step>("select professional, person, next_on from approaches where partnership = :partnership and next_on <= :today and next_done_at is null order by next_on, id", granted.record(), today))
        work.push_back({"outreach.step", row.next_on < today ? visit::Urgency::overdue : visit::Urgency::today, tr("Volgende stap in de werving"), row.person, base::moment_of({row.next_on, {}}), "/netwerk/" + row.professional.value(), tr("Bekijk stap")});
    return work;
}

} // namespace recruitment

#include "recruitment/store_worklist.h"

#include "recruitment/gathering.h"
#include "recruitment/outreach.h"
#include "recruitment/referral.h"
#include "recruitment/registration.h"
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
struct Called {
    ReferralId id;
    visit::PersonId person;
    base::Moment referred_at;
};
struct Doubting {
    DoubtId id;
    visit::PersonId person;
    base::Moment asked_at;
};
/// How long a parent gets to answer a mail before the coordinator calls.
constexpr auto calls_after = std::chrono::hours{24 * 5};
struct GatheringToArrange {
    GatheringId id;
    std::string title;
    base::Moment begins_at;
};
struct Untold {
    RegistrationId id;
    visit::PersonId person;
    base::Moment since;
};

/// Gatherings within a week without a place, past ones of which nobody noted how many came, and who must be called because a mail cannot tell them.
void add_gatherings(std::vector<visit::Work>& work, db::Door& door, std::string const& partnership, base::Moment now) {
    auto const today = base::local_date(now);
    for (auto const& row : door.list<GatheringToArrange>("select id, title, begins_at from gatherings where partnership = :partnership and cancelled_at is null and begins_at > :now and begins_at <= :soon and place = '' and link = '' order by begins_at, id", partnership, now, now + std::chrono::hours{24 * 7}))
        work.push_back({"gathering.place", base::days_between(today, base::local_date(row.begins_at)) <= 2 ? visit::Urgency::today : visit::Urgency::soon, tr("Bijeenkomst binnen een week: zoek een plaats"), row.title, row.begins_at - std::chrono::hours{24 * 7}, "/bijeenkomsten/" + row.id.value() + "/wijzigen", tr("Vul de plaats in")});
    for (auto const& row : door.list<GatheringToArrange>("select id, title, begins_at from gatherings where partnership = :partnership and cancelled_at is null and begins_at + 60 * minutes < :now and attended is null order by begins_at, id", partnership, now))
        work.push_back({"gathering.attended", base::days_between(base::local_date(row.begins_at), today) > 7 ? visit::Urgency::overdue : visit::Urgency::soon, tr("Bijeenkomst geweest: hoeveel mensen kwamen er?"), row.title, row.begins_at, "/bijeenkomsten/" + row.id.value() + "/opkomst", tr("Vul de opkomst in")});
    for (auto const& row : door.list<Untold>("select r.id, r.person, coalesce(g.cancelled_at, r.placed_at, r.registered_at) from registrations r join gatherings g on g.id = r.gathering where r.partnership = :partnership and r.told_at is null and r.cancelled_at is null and g.begins_at > :now order by r.registered_at, r.id", partnership, now))
        work.push_back({"gathering.call", visit::Urgency::today, tr("Bijeenkomst veranderd of plek vrij: bel even, er is geen mail"), row.person, row.since, "/deelnemers/" + row.id.value(), tr("Bekijk en bel")});
}
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
    for (auto const& row : door.list<Called>("select r.id, r.person, r.referred_at from referrals r join people p on p.partnership = r.partnership and p.id = r.person where r.partnership = :partnership and r.answered_at is null and (p.mail_hash is null or r.referred_at < :before) order by r.referred_at, r.id",
                                             granted.record(), now - calls_after)) {
        if (answer_until(row.referred_at) <= now) continue;
        auto const late = base::local_date(now) > answer_by(base::local_date(row.referred_at));
        work.push_back({"referral.to_call", late ? visit::Urgency::overdue : visit::Urgency::soon, tr("Aangedragen ouder: bel en vraag of het klopt"), row.person, row.referred_at, "/aandragingen/" + row.id.value(), tr("Bel deze ouder")});
    }
    for (auto const& row : door.list<Doubting>("select id, person, asked_at from doubts where partnership = :partnership and called_at is null order by asked_at, id", granted.record()))
        work.push_back({"doubt.to_call", base::local_date(now) > answer_by(base::local_date(row.asked_at)) ? visit::Urgency::overdue : visit::Urgency::soon, tr("Twijfelt over een ouder en wil gebeld worden"), row.person, row.asked_at, "/twijfels/" + row.id.value(), tr("Bel terug")});
    add_gatherings(work, door, granted.record().value(), now);
    auto const today = base::local_date(now);
    for (auto const& row : campaigns(door))
        if (row.fallback_is_due(today)) work.push_back({"campaign.fallback", visit::Urgency::today, tr("Te weinig mensen op de laatste dag: tijd voor plan B"), row.name, base::moment_of({row.closed_on.value_or(row.closes_on), {}}), "/campagnes/" + row.id.value(), tr("Bekijk campagne")});
    for (auto const& row : door.list<Step>("select professional, person, next_on from approaches where partnership = :partnership and next_on <= :today and next_done_at is null order by next_on, id", granted.record(), today))
        work.push_back({"outreach.step", row.next_on < today ? visit::Urgency::overdue : visit::Urgency::today, tr("Volgende stap in de werving"), row.person, base::moment_of({row.next_on, {}}), "/netwerk/" + row.professional.value(), tr("Bekijk stap")});
    return work;
}

} // namespace recruitment

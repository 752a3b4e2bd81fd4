#include "recruitment/store_worklist.h"

#include "recruitment/referral.h"
#include "recruitment/sign_up.h"

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
    return work;
}

} // namespace recruitment

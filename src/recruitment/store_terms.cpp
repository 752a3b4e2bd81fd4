#include "recruitment/store_terms.h"

#include "recruitment/referral.h"
#include "recruitment/withdrawal.h"

namespace recruitment {
namespace {
struct Row {
    visit::PersonId person;
    base::Moment signed_up_at;
    std::optional<base::Moment> confirmed_at, taken_up_at, ended_at;
};
struct Dated {
    visit::PersonId person;
    std::optional<base::Moment> at;
};
} // namespace

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    // the sum leads to the index on the person: by the day alone each sign-up would be held against all later ones
    for (auto const& row : door.list<Row>("select s.person, s.signed_up_at, s.confirmed_at, s.taken_up_at, s.ended_at from sign_ups s join people p on p.id = s.person where s.partnership = :partnership and p.name <> '' and (s.ended_at is not null or (s.confirmed_at is null and s.taken_up_at is null)) "
                                          "and not exists (select 1 from sign_ups n where n.partnership = s.partnership and n.person = s.person and n.signed_up_at + 0 > s.signed_up_at)",
                                          door.scope().partnership))
        all.push_back({row.person, erased_on(base::local_date(row.signed_up_at), row.confirmed_at || row.taken_up_at, row.ended_at ? std::optional{base::local_date(*row.ended_at)} : std::nullopt)});
    for (auto const& row : door.list<Dated>("select r.person, r.referred_at from referrals r join people p on p.id = r.person where r.partnership = :partnership and p.name <> '' and coalesce(r.agrees, 0) = 0", door.scope().partnership))
        all.push_back({row.person, base::local_date(answer_until(*row.at))});
    for (auto const& row : door.list<Dated>("select d.person, d.called_at from doubts d join people p on p.id = d.person where d.partnership = :partnership and p.name <> ''", door.scope().partnership))
        all.push_back({row.person, row.at ? std::optional{base::later(base::local_date(*row.at), days_after_call)} : std::nullopt});
    return all;
}

} // namespace recruitment

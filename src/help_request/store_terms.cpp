#include "help_request/store_terms.h"

namespace help_request {
namespace {
struct Row {
    visit::PersonId person;
    std::optional<base::Moment> ended_at;
    std::int64_t stays;
};
} // namespace

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& row : door.list<Row>("select h.person, h.ended_at, case when exists (select 1 from person_roles r where r.partnership = h.partnership and r.person = h.person and r.role in ('candidate', 'buddy') and r.until is null) then 1 else 0 end "
                                          "from help_requests h join people p on p.id = h.person where h.partnership = :partnership and p.name <> ''",
                                          door.scope().partnership))
        all.push_back({row.person, row.ended_at && row.stays == 0 ? std::optional{base::later(base::local_date(*row.ended_at), visit::days_kept)} : std::nullopt});
    return all;
}

} // namespace help_request

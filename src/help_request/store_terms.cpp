#include "help_request/store_terms.h"

namespace help_request {
namespace {
struct Row {
    visit::PersonId person;
    std::optional<base::Moment> ended_at;
};
} // namespace

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& row : door.list<Row>("select h.person, h.ended_at from help_requests h join people p on p.id = h.person where h.partnership = :partnership and p.name <> ''", door.scope().partnership))
        all.push_back({row.person, row.ended_at ? std::optional{base::later(base::local_date(*row.ended_at), visit::days_kept)} : std::nullopt});
    return all;
}

} // namespace help_request

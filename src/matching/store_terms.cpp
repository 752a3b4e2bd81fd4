#include "matching/store_terms.h"

#include "matching/store_pairs.h"
#include "matching/store_thoughts.h"

namespace matching {

namespace {
struct Coupled {
    visit::PersonId person;
    std::optional<base::Moment> ended_at;
};
} // namespace

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& row : door.list<Coupled>("select p.id, case when exists (select 1 from person_roles r where r.partnership = m.partnership and r.person = p.id and r.role in ('candidate', 'buddy') and r.until is null) then null else m.ended_at end from matches m join people p on p.id in (m.parent, m.buddy, m.partner) where m.partnership = :partnership and p.name <> '' "
                                              "union all select p.id, d.left_at from departures d join people p on p.id = d.person where d.partnership = :partnership and p.name <> ''",
                                              door.scope().partnership))
        all.push_back({row.person, row.ended_at ? std::optional{base::later(base::local_date(*row.ended_at), 365)} : std::nullopt});
    for (auto const& pair : open_pairs(door))
        for (auto const& person : people_of(door, pair)) all.push_back({person, base::later(base::local_date(pair.made_at), pair_kept_for)});
    auto const thinking = thought_terms(door);
    all.insert(all.end(), thinking.begin(), thinking.end());
    return all;
}

} // namespace matching

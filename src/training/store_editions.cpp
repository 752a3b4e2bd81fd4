#include "training/store_editions.h"

namespace training {
namespace {
constexpr std::string_view lines = "select e.id, e.name, e.place, (select min(v.begins_at) from evenings v where v.partnership = e.partnership and v.edition = e.id), "
                                   "(select count(*) from edition_people p where p.partnership = e.partnership and p.edition = e.id and p.part = 'participant' and p.left_at is null) from editions e where e.partnership = :partnership ";
constexpr std::string_view order = "order by e.made_at desc, e.id";
} // namespace

std::vector<EditionLine> overview(db::Door& door) { return door.list<EditionLine>(std::string{lines} + std::string{order}, door.scope().partnership); }
std::vector<EditionLine> overview_led_by(db::Door& door, visit::PersonId const& trainer) {
    return door.list<EditionLine>(std::string{lines} + "and exists (select 1 from edition_people t where t.partnership = e.partnership and t.edition = e.id and t.person = :trainer and t.part = 'trainer' and t.left_at is null) " + std::string{order}, door.scope().partnership, trainer);
}

} // namespace training

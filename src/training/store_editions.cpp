#include "training/store_editions.h"

namespace training {

std::size_t count_editions(db::Door& door, Leads const& trainer) {
    auto const& partnership = door.scope().partnership;
    auto const count = trainer ? door.one<std::int64_t>("select count(*) from edition_people t join evenings v on v.partnership = t.partnership and v.edition = t.edition and v.number = 1 where t.partnership = :partnership and t.person = :trainer and t.part = 'trainer' and t.left_at is null", partnership, *trainer)
                               : door.one<std::int64_t>("select count(*) from evenings where partnership = :partnership and number = 1", partnership);
    return static_cast<std::size_t>(count.value_or(0));
}
std::vector<EditionLine> overview(db::Door& door, Leads const& trainer) { return overview(door, trainer, true, 0, 1000000); }
std::vector<EditionLine> overview(db::Door& door, Leads const& trainer, bool newest_first, std::size_t from, std::size_t most) {
    auto const& partnership = door.scope().partnership;
    std::string sql = "select e.id, e.name, e.place, v.begins_at, (select count(*) from edition_people p where p.partnership = e.partnership and p.edition = e.id and p.part = 'participant' and p.left_at is null) "
                      "from evenings v join editions e on e.partnership = v.partnership and e.id = v.edition where v.partnership = :partnership and v.number = 1 ";
    if (trainer) sql += "and exists (select 1 from edition_people t where t.partnership = v.partnership and t.edition = v.edition and t.person = :trainer and t.part = 'trainer' and t.left_at is null) ";
    sql += newest_first ? "order by v.begins_at desc, v.id desc limit :most offset :from" : "order by v.begins_at, v.id limit :most offset :from";
    return trainer ? door.list<EditionLine>(sql, partnership, *trainer, most, from) : door.list<EditionLine>(sql, partnership, most, from);
}

} // namespace training

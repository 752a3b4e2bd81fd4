#include "intake/store_checklist.h"

namespace intake {

int current_checklist(db::Door& door) { return static_cast<int>(door.one<std::int64_t>("select max(version) from checklists where partnership = :partnership", door.scope().partnership).value_or(standard_checklist)); }
std::vector<ChecklistRow> checklists(db::Door& door) { return door.list<ChecklistRow>("select version, made_by, made_at from checklists where partnership = :partnership order by version desc", door.scope().partnership); }
std::vector<OwnPoint> points_of(db::Door& door, int version) {
    return door.list<OwnPoint>("select name, title, prompt, yes_no from checklist_points where partnership = :partnership and version = :version order by position", door.scope().partnership, version);
}
bool add_checklist(db::Write& tx, int version, std::vector<OwnPoint> const& points, visit::PersonId const& by, base::Moment now) {
    if (tx.run("insert into checklists (partnership, version, made_by, made_at) values (:partnership, :version, :by, :now) on conflict do nothing", tx.scope().partnership, version, by, now) == 0) return false;
    int position = 0;
    for (auto const& point : points)
        tx.run("insert into checklist_points (partnership, version, position, name, title, prompt, yes_no) values (:partnership, :version, :position, :name, :title, :prompt, :yes_no)", tx.scope().partnership, version, position++, point.name, point.title, point.prompt, point.yes_no);
    return true;
}

} // namespace intake

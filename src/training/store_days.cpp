#include "training/store_days.h"

#include <algorithm>

namespace training {

void add_day_options(db::Write& tx, EditionId const& edition, std::vector<base::Moment> const& days) {
    int number = 0;
    for (auto const& day : days) tx.run("insert into day_options (partnership, edition, number, begins_at) values (:partnership, :edition, :number, :day)", tx.scope().partnership, edition, ++number, day);
}
std::vector<DayOption> day_options(db::Door& door, EditionId const& edition) { return door.list<DayOption>("select number, begins_at from day_options where partnership = :partnership and edition = :edition order by number", door.scope().partnership, edition); }
void say_day(db::Write& tx, EditionId const& edition, int number, visit::PersonId const& person, DayAnswer answer) {
    tx.run("insert into day_answers (partnership, edition, number, person, answer) values (:partnership, :edition, :number, :person, :answer) on conflict (partnership, edition, number, person) do update set answer = :answer", tx.scope().partnership, edition, number, person, answer);
}
std::vector<DaySaid> days_said(db::Door& door, EditionId const& edition) { return door.list<DaySaid>("select number, person, answer from day_answers where partnership = :partnership and edition = :edition order by number, person", door.scope().partnership, edition); }

std::vector<DayCount> count_days(std::vector<DayOption> const& options, std::vector<DaySaid> const& said, std::vector<visit::PersonId> const& people) {
    std::vector<DayCount> counts;
    for (auto const& option : options) {
        DayCount count{option.number};
        for (auto const& one : said) {
            if (one.number != option.number || std::find(people.begin(), people.end(), one.person) == people.end()) continue;
            ++(one.answer == DayAnswer::yes ? count.yes : one.answer == DayAnswer::no ? count.no
                                                                                      : count.if_need_be);
        }
        counts.push_back(count);
    }
    return counts;
}

std::vector<Undated> undated(db::Door& door) {
    return door.list<Undated>("select d.id, d.name, d.made_at, (select count(*) from edition_people p where p.partnership = d.partnership and p.edition = d.id and p.part = 'participant' and p.left_at is null), "
                              "(select count(*) from edition_people p where p.partnership = d.partnership and p.edition = d.id and p.part = 'participant' and p.left_at is null and exists (select 1 from day_answers a where a.partnership = p.partnership and a.edition = p.edition and a.person = p.person)) "
                              "from editions d where d.partnership = :partnership and d.id in (select edition from day_options where partnership = :partnership) and not exists (select 1 from evenings e where e.partnership = d.partnership and e.edition = d.id) order by d.made_at, d.id",
                              door.scope().partnership);
}

} // namespace training

#include "training/store_catch_up.h"

namespace training {
namespace {

constexpr std::string_view columns = "select c.id, c.evening, c.kind, c.begins_at, c.minutes, c.place, c.cancelled_at from catch_ups c where c.partnership = :partnership ";

struct Sat {
    visit::PersonId person;
    CatchUpKind kind;
    std::optional<bool> came;
};

/// The best of two: who came once, came.
Appointment better(Appointment before, std::optional<bool> came) {
    auto const now = !came ? Appointment::planned : *came ? Appointment::came
                                                          : Appointment::missed;
    if (before == Appointment::came || now == Appointment::came) return Appointment::came;
    if (before == Appointment::planned || now == Appointment::planned) return Appointment::planned;
    return now;
}

} // namespace

void add_catch_up(db::Write& tx, CatchUpId const& id, EveningId const& evening, CatchUpPlan const& plan, std::vector<visit::PersonId> const& people, visit::PersonId const& by, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    tx.run("insert into catch_ups (id, partnership, evening, kind, begins_at, minutes, place, made_by, made_at) values (:id, :partnership, :evening, :kind, :begins, :minutes, :place, :by, :now)", id, partnership, evening, plan.kind, plan.begins_at, plan.minutes, plan.place, by, now);
    for (auto const& person : people) tx.run("insert into catch_up_people (partnership, catch_up, person) values (:partnership, :id, :person)", partnership, id, person);
}
std::optional<CatchUpRow> find_catch_up(db::Door& door, CatchUpId const& id) { return door.find<CatchUpRow>(std::string{columns} + "and c.id = :id", door.scope().partnership, id); }
bool cancel_catch_up(db::Write& tx, CatchUpId const& id, base::Moment now) { return tx.run("update catch_ups set cancelled_at = :now where partnership = :partnership and id = :id and cancelled_at is null", now, tx.scope().partnership, id) == 1; }
std::vector<CatchUpRow> catch_ups_of(db::Door& door, EveningId const& evening) { return door.list<CatchUpRow>(std::string{columns} + "and c.evening = :evening and c.cancelled_at is null order by c.begins_at, c.id", door.scope().partnership, evening); }
std::vector<CatchUpSeat> seats_of(db::Door& door, CatchUpId const& id) { return door.list<CatchUpSeat>("select catch_up, person, came from catch_up_people where partnership = :partnership and catch_up = :id order by person", door.scope().partnership, id); }
std::vector<CatchUpRow> catch_ups_ahead(db::Door& door, visit::PersonId const& person, base::Moment now) {
    return door.list<CatchUpRow>(std::string{columns} + "and c.cancelled_at is null and c.begins_at > :now and exists (select 1 from catch_up_people p where p.partnership = c.partnership and p.catch_up = c.id and p.person = :person) order by c.begins_at, c.id", door.scope().partnership, now, person);
}
std::vector<CatchUpId> leave_catch_ups(db::Write& tx, EditionId const& edition, visit::PersonId const& person, base::Moment now) {
    std::vector<CatchUpId> off;
    auto const& partnership = tx.scope().partnership;
    for (auto const& row : catch_ups_ahead(tx, person, now)) {
        if (tx.one<std::int64_t>("select count(*) from evenings where partnership = :partnership and id = :evening and edition = :edition", partnership, row.evening, edition).value_or(0) == 0) continue;
        tx.run("delete from catch_up_people where partnership = :partnership and catch_up = :id and person = :person", partnership, row.id, person);
        if (seats_of(tx, row.id).empty()) cancel_catch_up(tx, row.id, now);
        off.push_back(row.id);
    }
    return off;
}
std::vector<CatchUpAhead> all_catch_ups_ahead(db::Door& door, base::Moment now) {
    return door.list<CatchUpAhead>("select p.person, e.edition, e.number from catch_up_people p join catch_ups c on c.partnership = p.partnership and c.id = p.catch_up join evenings e on e.partnership = c.partnership and e.id = c.evening where p.partnership = :partnership and c.cancelled_at is null and c.begins_at > :now", door.scope().partnership, now);
}
void note_came(db::Write& tx, CatchUpId const& id, visit::PersonId const& person, bool came) { tx.run("update catch_up_people set came = :came where partnership = :partnership and catch_up = :id and person = :person", came, tx.scope().partnership, id, person); }

std::map<visit::PersonId, CatchingUp> catching_up(db::Door& door, EveningId const& evening) {
    std::map<visit::PersonId, CatchingUp> all;
    for (auto const& row : door.list<Sat>("select p.person, c.kind, p.came from catch_up_people p join catch_ups c on c.partnership = p.partnership and c.id = p.catch_up where p.partnership = :partnership and c.evening = :evening and c.cancelled_at is null", door.scope().partnership, evening)) {
        auto& its = all[row.person];
        auto& which = row.kind == CatchUpKind::together ? its.together : its.alone;
        which = better(which, row.came);
    }
    for (auto const& person : door.column<visit::PersonId>("select person from slides_sent where partnership = :partnership and evening = :evening", door.scope().partnership, evening)) all[person].slides_sent = true;
    return all;
}
std::vector<Unrecorded> unrecorded(db::Door& door, base::Moment now) {
    return door.list<Unrecorded>("select e.edition, e.number, d.name, c.begins_at from catch_ups c join evenings e on e.partnership = c.partnership and e.id = c.evening join editions d on d.partnership = e.partnership and d.id = e.edition where c.partnership = :partnership and c.cancelled_at is null "
                                 "and c.begins_at + c.minutes * 60 <= :now and exists (select 1 from catch_up_people p where p.partnership = c.partnership and p.catch_up = c.id and p.came is null) order by c.begins_at, c.id",
                                 door.scope().partnership, now);
}

std::string slides_of(db::Door& door, EveningId const& evening) { return door.one<std::string>("select slides from evenings where partnership = :partnership and id = :id", door.scope().partnership, evening).value_or(""); }
void keep_slides(db::Write& tx, EveningId const& evening, std::string const& link) { tx.run("update evenings set slides = :link where partnership = :partnership and id = :id", link, tx.scope().partnership, evening); }
bool send_slides(db::Write& tx, EveningId const& evening, visit::PersonId const& person, base::Moment now) {
    return tx.run("insert into slides_sent (partnership, evening, person, sent_at) values (:partnership, :evening, :person, :now) on conflict do nothing", tx.scope().partnership, evening, person, now) == 1;
}

} // namespace training

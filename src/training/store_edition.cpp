#include "training/store_edition.h"

namespace training {

void add_edition(db::Write& tx, base::Random& random, EditionId const& id, Planned const& planned, visit::PersonId const& by, base::Moment now) {
    add_undated_edition(tx, id, planned.name, planned.place, by, now);
    add_evenings(tx, random, id, planned.evenings);
}
void add_undated_edition(db::Write& tx, EditionId const& id, std::string const& name, std::string const& place, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into editions (id, partnership, name, place, made_by, made_at) values (:id, :partnership, :name, :place, :by, :now)", id, tx.scope().partnership, name, place, by, now);
}
void add_evenings(db::Write& tx, base::Random& random, EditionId const& id, std::array<base::Moment, 2> const& begin) {
    int number = 0;
    for (auto const& moment : begin) tx.run("insert into evenings (id, partnership, edition, number, begins_at, minutes) values (:id, :partnership, :edition, :number, :begins, :minutes)", base::new_id<Evening>(random), tx.scope().partnership, id, ++number, moment, evening_minutes);
}
std::vector<EveningId> change_edition(db::Write& tx, EditionId const& id, Planned const& planned, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    auto const before = find_edition(tx, id);
    tx.run("update editions set name = :name, place = :place where partnership = :partnership and id = :id", planned.name, planned.place, partnership, id);
    std::vector<EveningId> changed;
    for (auto const& evening : evenings_of(tx, id)) {
        auto const begins = planned.evenings[static_cast<std::size_t>(evening.number) - 1];
        if (evening.begins_at <= now || (begins == evening.begins_at && before && before->place == planned.place)) continue;
        tx.run("update evenings set begins_at = :begins, sequence = sequence + 1 where partnership = :partnership and id = :id", begins, partnership, evening.id);
        // who could come that day may not be able to on another
        if (begins != evening.begins_at) tx.run("delete from coming where partnership = :partnership and evening = :id", partnership, evening.id);
        changed.push_back(evening.id);
    }
    return changed;
}
std::optional<EditionRow> find_edition(db::Door& door, EditionId const& id) { return door.find<EditionRow>("select id, name, place, made_at from editions where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<EveningRow> evenings_of(db::Door& door, EditionId const& edition) {
    return door.list<EveningRow>("select id, edition, number, begins_at, minutes, sequence from evenings where partnership = :partnership and edition = :edition order by number", door.scope().partnership, edition);
}
std::vector<visit::PersonId> people_of(db::Door& door, EditionId const& edition, std::string const& part) {
    return door.column<visit::PersonId>("select person from edition_people where partnership = :partnership and edition = :edition and part = :part and left_at is null order by since, person", door.scope().partnership, edition, part);
}
void add_to_edition(db::Write& tx, EditionId const& edition, visit::PersonId const& person, std::string const& part, base::Moment now) {
    tx.run("insert into edition_people (partnership, edition, person, part, since) values (:partnership, :edition, :person, :part, :now) on conflict (partnership, edition, person, part) do update set left_at = null", tx.scope().partnership, edition, person, part, now);
}
void leave_edition(db::Write& tx, EditionId const& edition, visit::PersonId const& person, base::Moment now) {
    tx.run("update edition_people set left_at = :now where partnership = :partnership and edition = :edition and person = :person and left_at is null", now, tx.scope().partnership, edition, person);
}
std::optional<EveningRow> joined_evening(db::Door& door, EveningId const& evening, visit::PersonId const& participant) {
    return door.find<EveningRow>("select e.id, e.edition, e.number, e.begins_at, e.minutes, e.sequence from evenings e join edition_people p on p.partnership = e.partnership and p.edition = e.edition where e.partnership = :partnership and e.id = :id and p.person = :person and p.part = 'participant' and p.left_at is null",
                                 door.scope().partnership, evening, participant);
}
std::vector<EditionId> joined_by(db::Door& door, visit::PersonId const& participant) {
    return door.column<EditionId>("select edition from edition_people where partnership = :partnership and person = :person and part = 'participant' and left_at is null order by edition", door.scope().partnership, participant);
}
std::optional<EditionRow> edition_of(db::Door& door, visit::PersonId const& participant) {
    return door.find<EditionRow>("select e.id, e.name, e.place, e.made_at from editions e join edition_people p on p.partnership = e.partnership and p.edition = e.id where e.partnership = :partnership and p.person = :person and p.part = 'participant' and p.left_at is null order by e.made_at desc limit 1",
                                 door.scope().partnership, participant);
}
std::map<visit::PersonId, EditionRow> editions_of_all(db::Door& door) {
    struct Taking {
        visit::PersonId person;
        EditionId edition;
        std::string name, place;
        base::Moment made_at;
    };
    std::map<visit::PersonId, EditionRow> all;
    for (auto const& row : door.list<Taking>("select p.person, e.id, e.name, e.place, e.made_at from edition_people p join editions e on e.partnership = p.partnership and e.id = p.edition where p.partnership = :partnership and p.part = 'participant' and p.left_at is null "
                                             "and p.person in (select r.person from person_roles r where r.partnership = :partnership and r.role in ('candidate', 'buddy') and r.until is null) order by e.made_at desc",
                                             door.scope().partnership))
        all.emplace(row.person, EditionRow{row.edition, row.name, row.place, row.made_at});
    return all;
}
std::vector<AttendanceRow> attendances(db::Door& door, EditionId const& edition) {
    return door.list<AttendanceRow>("select a.evening, a.person, a.presence from attendances a join evenings e on e.partnership = a.partnership and e.id = a.evening where a.partnership = :partnership and e.edition = :edition", door.scope().partnership, edition);
}
void record_attendance(db::Write& tx, EveningId const& evening, visit::PersonId const& person, Presence presence, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into attendances (partnership, evening, person, presence, recorded_by, recorded_at) values (:partnership, :evening, :person, :presence, :by, :now) on conflict (partnership, evening, person) do update set presence = :presence, recorded_by = :by, recorded_at = :now",
           tx.scope().partnership, evening, person, presence, by, now);
}

std::optional<EveningPlace> find_evening(db::Door& door, EveningId const& id) {
    return door.find<EveningPlace>("select e.edition, e.number, e.begins_at, e.minutes, e.sequence, d.place from evenings e join editions d on d.partnership = e.partnership and d.id = e.edition where e.partnership = :partnership and e.id = :id", door.scope().partnership, id);
}

std::optional<ReadinessRow> readiness_of(db::Door& door, visit::PersonId const& person) {
    return door.find<ReadinessRow>("select person, decision, told_on, deployment_talk_on, vog_seen_on, exempted_because, vog_asked_on, vog_seen_by, reason, exit_point from readiness where partnership = :partnership and person = :person", door.scope().partnership, person);
}
void decide(db::Write& tx, visit::PersonId const& person, Decision decision, base::Date told_on, visit::PersonId const& by, base::Moment now, Reason reason, std::optional<int> exit_point) {
    tx.run("insert into readiness (partnership, person, decision, told_on, decided_by, decided_at, exempted_because, reason, exit_point) values (:partnership, :person, :decision, :told_on, :by, :now, '', :reason, :point) "
           "on conflict (partnership, person) do update set decision = :decision, told_on = :told_on, decided_by = :by, decided_at = :now, reason = :reason, exit_point = :point",
           tx.scope().partnership, person, decision, told_on, by, now, reason, exit_point);
}
void exempt(db::Write& tx, confidentiality::Keyring& keys, visit::PersonId const& person, std::string const& because) {
    tx.run("update readiness set exempted_because = :because where partnership = :partnership and person = :person", keys.seal({person}, {"readiness", "exempted_because", person.value()}, because), tx.scope().partnership, person);
}
std::string exemption_of(confidentiality::Keyring& keys, ReadinessRow const& readiness) { return keys.open({readiness.exempted_because}, {"readiness", "exempted_because", readiness.person.value()}).value_or(""); }
void hold_deployment_talk(db::Write& tx, visit::PersonId const& person, base::Date day) { tx.run("update readiness set deployment_talk_on = :day where partnership = :partnership and person = :person", day, tx.scope().partnership, person); }
void ask_vog(db::Write& tx, visit::PersonId const& person, base::Date day) { tx.run("update readiness set vog_asked_on = :day where partnership = :partnership and person = :person", day, tx.scope().partnership, person); }
void see_vog(db::Write& tx, visit::PersonId const& person, base::Date day, visit::PersonId const& by) { tx.run("update readiness set vog_seen_on = :day, vog_seen_by = :by where partnership = :partnership and person = :person", day, by, tx.scope().partnership, person); }

} // namespace training

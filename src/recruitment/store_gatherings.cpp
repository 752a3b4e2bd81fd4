#include "recruitment/store_gatherings.h"

namespace recruitment {
namespace {
constexpr std::string_view columns = "select id, kind, title, begins_at, minutes, place, link, words, capacity, open_until, cancelled_at, attended, slides, recording, registered, waited, erased_at, sequence, version from gatherings ";
}

std::vector<GatheringRow> gatherings(db::Door& door, GatheringsGrant const& granted) { return door.list<GatheringRow>(std::string{columns} + "where partnership = :partnership order by begins_at desc, id", granted.record()); }
std::vector<GatheringRow> gatherings_to_come(db::Door& door, base::Moment now) {
    return door.list<GatheringRow>(std::string{columns} + "where partnership = :partnership and cancelled_at is null and begins_at > :now order by begins_at, id", door.scope().partnership, now);
}
std::vector<GatheringRow> gatherings_to_look_back(db::Door& door, base::Moment now) {
    return door.list<GatheringRow>(std::string{columns} + "where partnership = :partnership and cancelled_at is null and begins_at <= :now and (slides <> '' or recording <> '') order by begins_at desc, id limit 12", door.scope().partnership, now);
}
bool any_gathering_to_come(db::Door& door, base::Moment now) {
    return door.one<std::string>("select id from gatherings where partnership = :partnership and cancelled_at is null and begins_at > :now limit 1", door.scope().partnership, now).has_value();
}
std::optional<GatheringRow> find_gathering(db::Door& door, GatheringId const& id) { return door.find<GatheringRow>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }

std::optional<GatheringRow> lock_gathering(db::Write& tx, GatheringId const& id) {
    tx.run("update gatherings set version = version where partnership = :partnership and id = :id", tx.scope().partnership, id);
    return find_gathering(tx, id);
}

void add_gathering(db::Write& tx, GatheringId const& id, PlannedGathering const& planned, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into gatherings (id, partnership, kind, title, begins_at, minutes, place, link, words, capacity, open_until, made_by, made_at, slides, recording, sequence, version) "
           "values (:id, :partnership, :kind, :title, :begins, :minutes, :place, :link, :words, :capacity, :open_until, :by, :now, '', '', 0, 1)",
           id, tx.scope().partnership, planned.kind, planned.title, planned.begins, planned.minutes, planned.place, planned.link, planned.words, planned.capacity, planned.open_until, by, now);
}

bool matters(GatheringRow const& standing, PlannedGathering const& planned) {
    return standing.begins_at != planned.begins || standing.minutes != planned.minutes || standing.place != planned.place || standing.link != planned.link;
}

bool change_gathering(db::Write& tx, GatheringRow const& standing, PlannedGathering const& planned, int version) {
    return tx.run("update gatherings set kind = :kind, title = :title, begins_at = :begins, minutes = :minutes, place = :place, link = :link, words = :words, capacity = :capacity, open_until = :open_until, sequence = sequence + :more, version = version + 1 "
                  "where partnership = :partnership and id = :id and version = :version and cancelled_at is null",
                  planned.kind, planned.title, planned.begins, planned.minutes, planned.place, planned.link, planned.words, planned.capacity, planned.open_until, matters(standing, planned) ? 1 : 0, tx.scope().partnership, standing.id, version) == 1;
}

bool cancel_gathering(db::Write& tx, GatheringId const& id, visit::PersonId const& by, base::Moment now) {
    return tx.run("update gatherings set cancelled_at = :now, cancelled_by = :by, sequence = sequence + 1, version = version + 1 where partnership = :partnership and id = :id and cancelled_at is null and begins_at > :now", now, by, tx.scope().partnership, id) == 1;
}

void note_attended(db::Write& tx, GatheringId const& id, int count, visit::PersonId const& by, base::Moment now) {
    tx.run("update gatherings set attended = :count, attended_by = :by, attended_noted_at = :now, version = version + 1 where partnership = :partnership and id = :id", count, by, now, tx.scope().partnership, id);
}

void put_material(db::Write& tx, GatheringId const& id, Material const& material, visit::PersonId const& by, base::Moment now) {
    bool const recorded = !material.recording.empty();
    tx.run("update gatherings set slides = :slides, recording = :recording, recording_agreed_by = :by, recording_agreed_at = :at, version = version + 1 where partnership = :partnership and id = :id", material.slides, material.recording,
           recorded ? std::optional{by} : std::nullopt, recorded ? std::optional{now} : std::nullopt, tx.scope().partnership, id);
}

} // namespace recruitment

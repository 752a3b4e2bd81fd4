#include "training/store_recording.h"

namespace training {
namespace {
constexpr std::string_view columns = "select r.id, r.edition, r.about, r.url, r.asked_by, r.asked_at, r.removed_at, r.removed_by, r.removed_words from recordings r where r.partnership = :partnership ";
/// A yes stands only as long as who gave it can come and take it back.
constexpr std::string_view can_take_back = "exists (select 1 from person_roles t where t.partnership = a.partnership and t.person = a.person and t.role in ('candidate', 'buddy') and t.until is null)";
struct Said {
    visit::PersonId person;
    bool agrees;
};
} // namespace

void add_recording(db::Write& tx, RecordingId const& id, EditionId const& edition, std::string const& about, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into recordings (id, partnership, edition, about, asked_by, asked_at, url, removed_words) values (:id, :partnership, :edition, :about, :by, :now, '', '')", id, tx.scope().partnership, edition, about, by, now);
}
std::optional<RecordingRow> find_recording(db::Door& door, RecordingId const& id) { return door.find<RecordingRow>(std::string{columns} + "and r.id = :id", door.scope().partnership, id); }
std::vector<RecordingRow> recordings_of(db::Door& door, EditionId const& edition) { return door.list<RecordingRow>(std::string{columns} + "and r.edition = :edition order by r.asked_at desc, r.id", door.scope().partnership, edition); }
std::vector<RecordingRow> recordings_asked_of(db::Door& door, visit::PersonId const& person) {
    return door.list<RecordingRow>(std::string{columns} + "and (r.edition in (select p.edition from edition_people p where p.partnership = :partnership and p.person = :person and p.part = 'participant' and p.left_at is null) "
                                                          "or r.id in (select a.recording from recording_answers a where a.partnership = :partnership and a.person = :person)) order by r.asked_at desc, r.id",
                                   door.scope().partnership, person);
}
std::vector<RecordingAnswer> recording_answers(db::Door& door, RecordingId const& id) {
    std::vector<RecordingAnswer> all;
    for (auto const& row : door.list<Said>(std::string{"select a.person, case when a.agrees = 1 and "} + std::string{can_take_back} + " then 1 else 0 end from recording_answers a where a.partnership = :partnership and a.recording = :id order by a.person", door.scope().partnership, id)) all.push_back({row.person, row.agrees});
    return all;
}
RecordingState state_of(db::Door& door, RecordingRow const& recording) { return state(people_of(door, recording.edition, "participant"), recording_answers(door, recording.id), recording.removed_at.has_value()); }
void answer_recording(db::Write& tx, RecordingId const& id, visit::PersonId const& person, bool agrees, text::Language language, base::Moment now) {
    tx.run("insert into recording_answers (partnership, recording, person, agrees, text_version, language, answered_at) values (:partnership, :id, :person, :agrees, :version, :language, :now) "
           "on conflict (partnership, recording, person) do update set agrees = :agrees, text_version = :version, language = :language, answered_at = :now",
           tx.scope().partnership, id, person, agrees, recording_text, std::string{base::word(language)}, now);
}
bool link_recording(db::Write& tx, RecordingRow const& recording, std::string const& url) {
    if (state_of(tx, recording) != RecordingState::agreed) return false;
    tx.run("update recordings set url = :url where partnership = :partnership and id = :id", url, tx.scope().partnership, recording.id);
    return true;
}
bool remove_recording(db::Write& tx, RecordingId const& id, std::string const& words, visit::PersonId const& by, base::Moment now) {
    return tx.run("update recordings set url = '', removed_at = :now, removed_by = :by, removed_words = :words where partnership = :partnership and id = :id and removed_at is null", now, by, words, tx.scope().partnership, id) == 1;
}
std::vector<RecordingRow> recordings_to_remove(db::Door& door) {
    return door.list<RecordingRow>(std::string{columns} + "and r.removed_at is null and r.url <> '' and exists (select 1 from recording_answers a where a.partnership = r.partnership and a.recording = r.id and not (a.agrees = 1 and " + std::string{can_take_back} + ")) order by r.asked_at, r.id", door.scope().partnership);
}

} // namespace training

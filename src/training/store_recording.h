#pragma once
// Recordings in the database: what was asked, what each said, where it lies, and that it was removed there.
#include "training/recording.h"
#include "training/store_edition.h"

#include <optional>
#include <vector>

namespace training {

struct RecordingRow {
    RecordingId id;
    EditionId edition;
    std::string about, url;
    visit::PersonId asked_by;
    base::Moment asked_at;
    std::optional<base::Moment> removed_at;
    std::optional<visit::PersonId> removed_by;
    std::string removed_words;
};

void add_recording(db::Write& tx, RecordingId const& id, EditionId const& edition, std::string const& about, visit::PersonId const& by, base::Moment now);
std::optional<RecordingRow> find_recording(db::Door& door, RecordingId const& id);
/// The recordings of an edition, newest first.
std::vector<RecordingRow> recordings_of(db::Door& door, EditionId const& edition);
/// The recordings about which someone is asked or has answered, newest first.
std::vector<RecordingRow> recordings_asked_of(db::Door& door, visit::PersonId const& person);
/// What each said; the yes of someone who is neither candidate nor buddy any more counts as taken back.
std::vector<RecordingAnswer> recording_answers(db::Door& door, RecordingId const& id);
/// How a recording stands now.
RecordingState state_of(db::Door& door, RecordingRow const& recording);
/// Keeps a yes or a no, with the text and language it was about; the last one counts.
void answer_recording(db::Write& tx, RecordingId const& id, visit::PersonId const& person, bool agrees, text::Language language, base::Moment now);
/// Keeps where an agreed recording lies; false when it does not stand agreed.
bool link_recording(db::Write& tx, RecordingRow const& recording, std::string const& url);
/// Notes that it was removed where it lay, and forgets the link; true for the first time.
bool remove_recording(db::Write& tx, RecordingId const& id, std::string const& words, visit::PersonId const& by, base::Moment now);
/// Recordings with a link that someone no longer agrees to.
std::vector<RecordingRow> recordings_to_remove(db::Door& door);

} // namespace training

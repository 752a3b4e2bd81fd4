#pragma once
// The partnership's own texts in the database: versions, what is published, who was asked to read along, and the comments. Texts are public matter; nothing is sealed.
#include "platform/db/database.h"
#include "toolbox/version.h"
#include "visit/policy.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace toolbox {

struct VersionRow {
    VersionId id;
    Material material;
    Tongue tongue;
    std::string words;
    visit::PersonId written_by;
    base::Moment written_at;
    Sheet sheet() const { return {material, tongue}; }
};
/// That a version (or, with none, the standard text) was put before everyone.
struct Publication {
    std::optional<VersionId> version;
    visit::PersonId published_by;
    base::Moment published_at;
};
struct Asking {
    visit::PersonId asked_by;
    base::Moment asked_at, ends_at;
};
struct CommentRow {
    Reader reader;
    std::string words;
    base::Moment given_at;
};

using Keep = visit::Granted<visit::Action::keep_materials, people::Partnership>;

/// The text that everyone reads: what was published last, else the standard text.
std::string text_of(db::Door& door, Sheet const& sheet);
/// Whether everyone may come to a sheet: its material is no draft, or something of the sheet was published, be it the standard text.
bool open_to_everyone(db::Door& door, Sheet const& sheet);
/// All that was published of a sheet, newest first.
std::vector<Publication> publications(db::Door& door, Keep const& granted, Sheet const& sheet);
/// All versions of a sheet, newest first.
std::vector<VersionRow> versions(db::Door& door, Keep const& granted, Sheet const& sheet);
std::optional<VersionRow> find(db::Door& door, Keep const& granted, VersionId const& id);
/// A version for who was asked to read along; the link is the proof.
std::optional<VersionRow> find_for_link(db::Door& door, VersionId const& id);

void add(db::Write& tx, Keep const& granted, VersionId const& id, Sheet const& sheet, std::string const& words, base::Moment now);
/// Puts a version, or nothing for the standard text, before everyone; what was published before stays in the history.
void publish(db::Write& tx, Keep const& granted, std::string const& id, Sheet const& sheet, std::optional<VersionId> const& version, base::Moment now);
/// Notes that readers were asked.
void add_asking(db::Write& tx, Keep const& granted, std::string const& id, VersionId const& version, base::Moment now, base::Moment ends);
std::vector<Asking> askings(db::Door& door, Keep const& granted, VersionId const& version);
/// Keeps a comment; false when there are too many already.
bool add_comment(db::Write& tx, std::string const& id, VersionId const& version, Comment const& comment, base::Moment now);
std::vector<CommentRow> comments(db::Door& door, Keep const& granted, VersionId const& version);

/// What the coordinator's list shows of a sheet that has texts of its own.
struct Own {
    std::int64_t versions = 0, comments = 0;
    bool published = false; ///< an own text is what everyone reads
};
/// By the word of the sheet.
std::map<std::string, Own> own_texts(db::Door& door, Keep const& granted);

} // namespace toolbox

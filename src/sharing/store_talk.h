#pragma once
// Talks at school and what buddies are asked to pass on, in the database; every word is sealed with the key of the parent.
#include "confidentiality/store_keyring.h"
#include "matching/store_match.h"
#include "sharing/talk.h"
#include "visit/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace sharing {

struct TalkRow {
    TalkId id;
    visit::PersonId parent;
    confidentiality::Sealed when, aim, points, questions, who_says, not_to_say, notes;
    std::optional<base::Id<matching::Match>> asked_match;
    std::optional<base::Moment> asked_at;
    std::optional<Reply> reply;
    std::optional<visit::PersonId> replied_by;
    std::optional<base::Date> held_on;
    base::Moment made_at;
    int sheet_version, notes_version; ///< of the sheet and of the notes, one more with each keeping
    /// Where it stands, given the parent's live match: who was asked in another match is asked no more.
    Stage stage(std::optional<matching::Together> const& now) const { return sharing::stage(asked_at && now && asked_match == now->id, reply, held_on.has_value()); }
};
using Prepare = visit::Granted<visit::Action::prepare_school_talk, people::Person>;
using Join = visit::Granted<visit::Action::join_school_talk, Talk>;

void add(db::Write& tx, confidentiality::Keyring& keys, Prepare const& granted, TalkId const& id, Sheet const& sheet, base::Moment now);
/// Keeps a sheet made from this version; false when it was kept elsewhere meanwhile.
bool change(db::Write& tx, confidentiality::Keyring& keys, Prepare const& granted, TalkId const& id, Sheet const& sheet, int version);
/// Keeps notes made from this version; false when they were kept elsewhere meanwhile.
bool keep_notes(db::Write& tx, confidentiality::Keyring& keys, Prepare const& granted, TalkId const& id, std::string const& notes, int version);
/// Throws a sheet away that was not held; true when it is gone.
bool throw_away(db::Write& tx, Prepare const& granted, TalkId const& id);
/// Asks the buddy of the live match along; false when there is none or the talk was held.
bool ask_along(db::Write& tx, Prepare const& granted, TalkId const& id, base::Moment now);
/// Takes the asking back: the buddy sees nothing of it any more.
void unask(db::Write& tx, Prepare const& granted, TalkId const& id);
/// Says on which day a talk was held, or that it was not; a sheet of a held talk goes from the buddy.
void hold(db::Write& tx, Prepare const& granted, TalkId const& id, std::optional<base::Date> day);

std::optional<TalkRow> find_talk(db::Door& door, TalkId const& id);
/// The talks of a parent, the newest first.
std::vector<TalkRow> talks_of(db::Door& door, visit::PersonId const& parent);
/// The talks to which someone is asked along now.
std::vector<TalkRow> talks_asked(db::Door& door, visit::PersonId const& buddy);
/// How someone stands to a sheet.
Beside beside(db::Door& door, TalkRow const& row, visit::PersonId const& who);
/// Says yes or no; false when the buddy is not asked any more.
bool reply(db::Write& tx, Join const& granted, Reply reply);

/// What stands on a sheet, for the parent or for the buddy who was asked along.
Sheet sheet_of(confidentiality::Keyring& keys, TalkRow const& row, Prepare const& granted);
Sheet sheet_of(confidentiality::Keyring& keys, TalkRow const& row, Join const& granted);
/// The parent's own notes; nobody else's grant opens them.
std::string notes_of(confidentiality::Keyring& keys, TalkRow const& row, Prepare const& granted);

struct ErrandRow {
    ErrandId id;
    visit::PersonId parent;
    base::Id<matching::Match> match;
    confidentiality::Sealed addressee, words;
    base::Date until;
    base::Moment made_at;
    std::optional<base::Moment> taken_back_at;
    std::optional<base::Date> done_on;
};
struct ErrandShown {
    std::string addressee, words;
};
/// Keeps what the buddy of a live match is asked to pass on; false when there is no buddy.
bool add_errand(db::Write& tx, confidentiality::Keyring& keys, Prepare const& granted, ErrandId const& id, ErrandGiven const& given, base::Moment now);
void take_back_errand(db::Write& tx, Prepare const& granted, ErrandId const& id, base::Moment now);
std::optional<ErrandRow> find_errand(db::Door& door, ErrandId const& id);
std::vector<ErrandRow> errands_of(db::Door& door, visit::PersonId const& parent);
/// What someone is asked to pass on now.
std::vector<ErrandRow> errands_for(db::Door& door, visit::PersonId const& buddy, base::Date today);
/// Whether someone may see what was asked.
bool sees(db::Door& door, ErrandRow const& row, visit::PersonId const& who, base::Date today);
void mark_done(db::Write& tx, visit::Granted<visit::Action::join_school_talk, Errand> const& granted, base::Date today);
ErrandShown errand_shown(confidentiality::Keyring& keys, ErrandRow const& row, Prepare const& granted);
ErrandShown errand_shown(confidentiality::Keyring& keys, ErrandRow const& row, visit::Granted<visit::Action::join_school_talk, Errand> const& granted);

} // namespace sharing

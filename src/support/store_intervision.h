#pragma once
// Meetings of buddies in the database, who comes, and topics sealed with the key of who put them in.
#include "confidentiality/store_confidential.h"
#include "people/store_people.h"
#include "support/intervision.h"

#include <optional>
#include <vector>

namespace support {

struct IntervisionRow {
    IntervisionId id;
    IntervisionKind kind;
    base::Moment begins_at;
    int minutes;
    std::string place, link;
    std::optional<base::Moment> cancelled_at;
    confidentiality::Sealed notes;
    std::optional<NotesFor> notes_for;
    std::optional<base::Moment> noted_at;
    bool to_come(base::Moment now) const { return !cancelled_at && now < begins_at; }
};
struct ComingRow {
    IntervisionId intervision;
    visit::PersonId person;
    std::optional<bool> coming;
    int sequence;
    std::optional<Theme> theme;
    confidentiality::Sealed own_theme, topic;
    std::optional<bool> was_there;
    /// What was put in for the coordinator; a question to the coordinator like any other.
    template <visit::Action A>
    confidentiality::Confidential<Intervision, A> text() const { return {intervision, topic, "intervision_answers", "topic"}; }
};

void plan(db::Write& tx, IntervisionId const& id, PlannedIntervision const& planned, visit::PersonId const& by, base::Moment now);
/// True when it still was to come.
bool cancel(db::Write& tx, IntervisionId const& id, base::Moment now);
/// Makes the key with which the notes of a meeting are sealed; before the first of them is written.
void make_notes_key(confidentiality::Keyring& keys, IntervisionId const& id);
/// Keeps who was there, and notes without cases.
void keep_afterwards(db::Write& tx, confidentiality::Keyring& keys, IntervisionId const& id, std::vector<visit::PersonId> const& there, std::string const& notes, NotesFor whom, base::Moment now);
/// The notes in words; empty when there are none.
std::string notes_of(confidentiality::Keyring& keys, IntervisionRow const& row);
std::optional<IntervisionRow> find_intervision(db::Door& door, IntervisionId const& id);
/// Every meeting, the latest first.
std::vector<IntervisionRow> intervisions(db::Door& door);

/// Says whether someone comes, which may change; gives whether the calendar of that person changes.
bool say_coming(db::Write& tx, IntervisionId const& id, visit::PersonId const& person, bool coming);
void keep_topic(db::Write& tx, confidentiality::Keyring& keys, IntervisionId const& id, visit::PersonId const& person, Topic const& topic);
std::vector<ComingRow> coming_to(db::Door& door, IntervisionId const& id);
std::optional<ComingRow> coming_of(db::Door& door, IntervisionId const& id, visit::PersonId const& person);
/// A theme in words, of the list or own; nothing when none was put in.
std::string theme_of(confidentiality::Keyring& keys, ComingRow const& row, text::Language language);
/// The themes of a meeting as everyone may see them: in order of the alphabet, without a name.
std::vector<std::string> themes_for_all(db::Door& door, confidentiality::Keyring& keys, IntervisionId const& id, text::Language language);

/// Of every buddy who stands beside a parent now: how many meetings were held since then, and since when.
struct Offered {
    std::vector<int> held;
    std::optional<base::Moment> since;
};
Offered offered_now(db::Door& door, base::Moment now);
/// The first intervision that is still to come.
std::optional<base::Moment> next_planned(db::Door& door, base::Moment now);

} // namespace support

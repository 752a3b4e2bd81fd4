#pragma once
// Worries in the database. Their words are sealed with a key of the worry itself; they open for who may handle it, and that goes in their own log.
#include "confidentiality/store_confidential.h"
#include "platform/db/database.h"
#include "worry/worry.h"

#include <optional>
#include <vector>

namespace worry {

using HandleGrant = visit::Granted<visit::Action::handle_worry, Worry>;

struct Entry {
    WorryId id;
    visit::PersonId reported_by;
    base::Moment reported_at;
    ParentKnows parent_knows;
    confidentiality::Sealed words, reach;
    std::optional<base::Moment> taken_up_at, closed_at;
    bool open() const { return !closed_at; }
};
struct StepRow {
    StepId id;
    base::Moment taken_at;
    visit::PersonId taken_by;
    confidentiality::Sealed words;
    std::optional<base::Date> held_on;
    std::string code; ///< a word of `Code`, or empty
};

/// Makes the key of a worry, before its data.
void make_key(confidentiality::Keyring& keys, WorryId const& id);
void add(db::Write& tx, confidentiality::Keyring& keys, WorryId const& id, visit::PersonId const& by, Told const& told, base::Moment now);
/// All worries that were not erased, open ones first, the newest first within each.
std::vector<Entry> list(db::Door& door, visit::Granted<visit::Action::handle_worry, people::Partnership> const& granted);
std::optional<Entry> find(db::Door& door, WorryId const& id);
std::string words(confidentiality::Keyring& keys, Entry const& entry, HandleGrant const& granted);
std::string reach(confidentiality::Keyring& keys, Entry const& entry, HandleGrant const& granted);
/// The steps of a worry, oldest first.
std::vector<StepRow> steps(db::Door& door, HandleGrant const& granted);
std::string words(confidentiality::Keyring& keys, StepRow const& step, HandleGrant const& granted);
void add_step(db::Write& tx, confidentiality::Keyring& keys, HandleGrant const& granted, StepId const& id, StepTaken const& taken, base::Moment now);
/// Notes who takes a worry up; true for the first time.
bool take_up(db::Write& tx, HandleGrant const& granted, base::Moment now);
void close(db::Write& tx, HandleGrant const& granted, base::Moment now);
void reopen(db::Write& tx, HandleGrant const& granted);
/// Takes the texts away and hides the worry; the key must be destroyed before.
void erase(db::Write& tx, HandleGrant const& granted, base::Moment now);
/// Destroys the key of a worry: whatever copy is left anywhere stays closed for good.
void destroy_key(confidentiality::Keyring& keys, WorryId const& id, base::Moment now);
/// The moment at which the oldest worry that nobody took up was told.
std::optional<base::Moment> waiting_since(db::Door& door);

} // namespace worry

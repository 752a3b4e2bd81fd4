#pragma once
// Check-ins in the database; what someone says is sealed with that person's key. Open it only for that person, or for who may keep check-ins.
#include "check_in/check_in.h"
#include "confidentiality/store_keyring.h"
#include "matching/store_match.h"
#include "platform/base/random.h"
#include "visit/policy.h"

#include <map>
#include <optional>
#include <vector>

namespace check_in {

struct Entry {
    CheckInId id;
    std::optional<base::Id<matching::Match>> match; ///< nothing for a buddy who stands beside nobody
    visit::PersonId person;
    int number;
    base::Moment asked_at;
    bool by_phone; ///< the parent would rather call: nobody was written to
    confidentiality::Sealed well, better;
    std::string fits, goes_on;
    bool wants_call;
    std::optional<base::Moment> answered_at, skipped_at, handled_at;
    /// Whether it waits for an answer.
    bool open() const { return !answered_at && !skipped_at; }
};

/// Makes every check-in that is due and not made yet, and gives who is to be written to; what an earlier one left open lapses with it.
std::vector<visit::PersonId> make_due(db::Write& tx, base::Random& random, base::Moment now);
std::optional<Entry> find(db::Door& door, CheckInId const& id);
/// The check-ins of someone, newest first.
std::vector<Entry> of(db::Door& door, visit::PersonId const& person);
/// Every check-in that is open or was answered in the last quarter, newest first.
std::vector<Entry> list(db::Door& door, base::Moment now);
/// The parent of every match about which someone was asked, also when it ended.
std::map<base::Id<matching::Match>, visit::PersonId> parents_of_all(db::Door& door);
/// Keeps what someone says; false when it was answered or skipped already.
bool answer(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, Said const& said, base::Moment now);
bool skip(db::Write& tx, CheckInId const& id, base::Moment now);
/// The coordinator read it and did what it asked.
void note_handled(db::Write& tx, CheckInId const& id, base::Moment now);
/// Deletes what was asked of matches that ended a year ago, and of buddies who waited then.
void delete_old(db::Write& tx, base::Moment now);
/// How many of them would be deleted at a moment.
std::int64_t old(db::Door& door, base::Moment now);
Said said(confidentiality::Keyring& keys, Entry const& entry);
/// Whether someone would rather call than be written to, and the choice.
bool rather_calls(db::Door& door, visit::PersonId const& person);
void choose_to_call(db::Write& tx, visit::PersonId const& person, bool calls, base::Moment now);

} // namespace check_in

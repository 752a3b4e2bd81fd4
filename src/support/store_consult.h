#pragma once
// Questions of buddies in the database, sealed with the buddy's key. Each turn is a question with its answer; a further turn follows the first one.
#include "confidentiality/store_keyring.h"
#include "support/consult.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace support {

struct Entry {
    ConsultId id;
    visit::PersonId buddy;
    confidentiality::Sealed question;
    base::Moment asked_at;
    confidentiality::Sealed answer;
    std::optional<base::Moment> answered_at;
    std::optional<ConsultId> follows;
    std::optional<base::Moment> read_at, thanked_at;
    std::optional<Enough> enough;
    std::optional<base::Moment> enough_at, called_at;
    std::optional<visit::PersonId> reader; ///< whom the buddy asked; the coordinator when empty
    /// The first question, under which this one stands.
    ConsultId const& head() const { return follows ? *follows : id; }
};

/// Asks; `follows` is the first question of the thread, or nothing for a new one; `reader` is who is asked instead of the coordinator.
void ask(db::Write& tx, confidentiality::Keyring& keys, ConsultId const& id, visit::PersonId const& buddy, std::string const& question, base::Moment now, std::optional<ConsultId> const& follows = {}, std::optional<visit::PersonId> const& reader = {});
/// True for the first answer; what is answered was read.
bool answer(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, std::string const& text, visit::PersonId const& by, base::Moment now);
/// Notes that the whole thread was read.
void note_read(db::Write& tx, ConsultId const& head, base::Moment now);
void thank(db::Write& tx, ConsultId const& id, base::Moment now);
/// Takes a question back that nobody read; true when it was still there and unread.
bool take_back(db::Write& tx, ConsultId const& id);
/// Keeps whether an answer was enough; it may be said again until the coordinator called.
bool say_enough(db::Write& tx, ConsultId const& id, Enough enough, base::Moment now);
/// The coordinator called; true for the first time.
bool note_called(db::Write& tx, ConsultId const& id, base::Moment now);
std::optional<Entry> find(db::Door& door, ConsultId const& id);
/// All turns under a first question, oldest first.
std::vector<Entry> thread(db::Door& door, ConsultId const& head);
/// The questions of a buddy, thread by thread: the newest thread first, within one the oldest turn first.
std::vector<std::vector<Entry>> of(db::Door& door, visit::PersonId const& buddy);
/// The last turn of each thread for the coordinator, or for this reader; the thread that was begun last first, in one query.
std::vector<Entry> last_turns(db::Door& door, std::optional<visit::PersonId> const& reader = {});
std::string question_of(confidentiality::Keyring& keys, Entry const& entry);
std::string answer_of(confidentiality::Keyring& keys, Entry const& entry);

} // namespace support

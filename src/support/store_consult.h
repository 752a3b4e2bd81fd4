#pragma once
// Questions of buddies in the database, sealed with the buddy's key.
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
};

void ask(db::Write& tx, confidentiality::Keyring& keys, ConsultId const& id, visit::PersonId const& buddy, std::string const& question, base::Moment now);
/// True for the first answer.
bool answer(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, std::string const& text, visit::PersonId const& by, base::Moment now);
std::optional<Entry> find(db::Door& door, ConsultId const& id);
/// The questions of a buddy, newest first.
std::vector<Entry> of(db::Door& door, visit::PersonId const& buddy);
std::string question_of(confidentiality::Keyring& keys, Entry const& entry);
std::string answer_of(confidentiality::Keyring& keys, Entry const& entry);

} // namespace support

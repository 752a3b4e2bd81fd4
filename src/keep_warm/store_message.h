#pragma once
// Messages in the database: sealed for who receives them; they open for the receiver, and for the coordinator who writes the next one.
#include "confidentiality/store_confidential.h"
#include "keep_warm/warmth.h"
#include "platform/db/database.h"

#include <optional>
#include <vector>

namespace keep_warm {

struct MessageRow {
    MessageId id;
    visit::PersonId person;
    Kind kind;
    confidentiality::Sealed words;
    std::optional<visit::PersonId> sent_by;
    base::Moment sent_at;
    template <visit::Action A>
    confidentiality::Confidential<Message, A> confidential() const { return {id, words, "messages", "words"}; }
};

/// Keeps a message to a person, or (with no words) that there was a call; nobody sent what went by itself.
void add(db::Write& tx, confidentiality::Keyring& keys, MessageId const& id, visit::PersonId const& person, Kind kind, std::string const& words, std::optional<visit::PersonId> const& by, base::Moment now);
/// What a person was sent and when there was a call, newest first.
std::vector<MessageRow> messages_to(db::Door& door, visit::PersonId const& person);

} // namespace keep_warm

#include "keep_warm/store_message.h"

namespace keep_warm {

void add(db::Write& tx, confidentiality::Keyring& keys, MessageId const& id, visit::PersonId const& person, Kind kind, std::string const& words, std::optional<visit::PersonId> const& by, base::Moment now) {
    tx.run("insert into messages (id, partnership, person, kind, words, sent_by, sent_at) values (:id, :partnership, :person, :kind, :words, :by, :now)", id, tx.scope().partnership, person, kind, words.empty() ? confidentiality::Sealed{} : keys.seal({person}, {"messages", "words", id.value()}, words), by, now);
}
std::vector<MessageRow> messages_to(db::Door& door, visit::PersonId const& person) {
    return door.list<MessageRow>("select id, person, kind, words, sent_by, sent_at from messages where partnership = :partnership and person = :person order by sent_at desc, id", door.scope().partnership, person);
}

} // namespace keep_warm

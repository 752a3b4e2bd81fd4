#include "support/store_consult.h"

namespace support {
namespace {
constexpr std::string_view columns = "select id, buddy, question, asked_at, answer, answered_at from consults ";
}

void ask(db::Write& tx, confidentiality::Keyring& keys, ConsultId const& id, visit::PersonId const& buddy, std::string const& question, base::Moment now) {
    tx.run("insert into consults (id, partnership, buddy, question, asked_at, answer) values (:id, :partnership, :buddy, :question, :now, '')", id, tx.scope().partnership, buddy, keys.seal({buddy}, {"consults", "question", id.value()}, question), now);
}
bool answer(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, std::string const& text, visit::PersonId const& by, base::Moment now) {
    return tx.run("update consults set answer = :answer, answered_by = :by, answered_at = :now where partnership = :partnership and id = :id and answered_at is null", keys.seal({entry.buddy}, {"consults", "answer", entry.id.value()}, text), by, now, tx.scope().partnership, entry.id) == 1;
}
std::optional<Entry> find(db::Door& door, ConsultId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<Entry> of(db::Door& door, visit::PersonId const& buddy) { return door.list<Entry>(std::string{columns} + "where partnership = :partnership and buddy = :buddy order by asked_at desc, id", door.scope().partnership, buddy); }
std::string question_of(confidentiality::Keyring& keys, Entry const& entry) { return keys.open(entry.question, {"consults", "question", entry.id.value()}).value_or(""); }
std::string answer_of(confidentiality::Keyring& keys, Entry const& entry) { return keys.open(entry.answer, {"consults", "answer", entry.id.value()}).value_or(""); }

} // namespace support

#include "support/store_dilemma.h"

namespace support {
namespace {
constexpr std::string_view columns = "select id, consult, buddy, expert, words, sent_at, answer, answered_at, taken_back_at from dilemmas where partnership = :partnership and ";
}

void put(db::Write& tx, confidentiality::Keyring& keys, DilemmaId const& id, ConsultId const& head, visit::PersonId const& buddy, visit::PersonId const& expert, std::string const& words, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into dilemmas (id, partnership, consult, buddy, expert, words, sent_by, sent_at, answer) values (:id, :partnership, :consult, :buddy, :expert, :words, :by, :now, '')", id, tx.scope().partnership, head, buddy, expert, keys.seal({buddy}, {"dilemmas", "words", id.value()}, words), by, now);
}
bool reply(db::Write& tx, confidentiality::Keyring& keys, DilemmaRow const& row, std::string const& words, base::Moment now) {
    return tx.run("update dilemmas set answer = :answer, answered_at = :now where partnership = :partnership and id = :id and answered_at is null and taken_back_at is null", keys.seal({row.buddy}, {"dilemmas", "answer", row.id.value()}, words), now, tx.scope().partnership, row.id) == 1;
}
bool take_back(db::Write& tx, DilemmaId const& id, base::Moment now) { return tx.run("update dilemmas set taken_back_at = :now where partnership = :partnership and id = :id and answered_at is null and taken_back_at is null", now, tx.scope().partnership, id) == 1; }
std::optional<DilemmaRow> find_dilemma(db::Door& door, DilemmaId const& id) { return door.find<DilemmaRow>(std::string{columns} + "id = :id", door.scope().partnership, id); }
std::vector<DilemmaRow> dilemmas_of(db::Door& door, ConsultId const& head) { return door.list<DilemmaRow>(std::string{columns} + "consult = :consult order by sent_at, id", door.scope().partnership, head); }
std::vector<DilemmaRow> dilemmas_for(db::Door& door, visit::PersonId const& expert) { return door.list<DilemmaRow>(std::string{columns} + "expert = :expert and taken_back_at is null order by sent_at desc, id", door.scope().partnership, expert); }

} // namespace support

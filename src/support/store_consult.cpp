#include "support/store_consult.h"

#include <algorithm>
#include <map>

namespace support {
namespace {
constexpr std::string_view columns = "select id, buddy, question, asked_at, answer, answered_at, follows, read_at, thanked_at, enough, enough_at, called_at, reader from consults ";
}

void ask(db::Write& tx, confidentiality::Keyring& keys, ConsultId const& id, visit::PersonId const& buddy, std::string const& question, base::Moment now, std::optional<ConsultId> const& follows, std::optional<visit::PersonId> const& reader) {
    tx.run("insert into consults (id, partnership, buddy, question, asked_at, answer, follows, reader) values (:id, :partnership, :buddy, :question, :now, '', :follows, :reader)", id, tx.scope().partnership, buddy, keys.seal({buddy}, {"consults", "question", id.value()}, question), now, follows, reader);
}
bool answer(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, std::string const& text, visit::PersonId const& by, base::Moment now) {
    return tx.run("update consults set answer = :answer, answered_by = :by, answered_at = :now, read_at = coalesce(read_at, :now) where partnership = :partnership and id = :id and answered_at is null", keys.seal({entry.buddy}, {"consults", "answer", entry.id.value()}, text), by, now, tx.scope().partnership, entry.id) == 1;
}
void note_read(db::Write& tx, ConsultId const& head, base::Moment now) { tx.run("update consults set read_at = :now where partnership = :partnership and (id = :head or follows = :head) and read_at is null", now, tx.scope().partnership, head); }
void thank(db::Write& tx, ConsultId const& id, base::Moment now) { tx.run("update consults set thanked_at = :now where partnership = :partnership and id = :id and thanked_at is null", now, tx.scope().partnership, id); }
bool take_back(db::Write& tx, ConsultId const& id) { return tx.run("delete from consults where partnership = :partnership and id = :id and read_at is null and answered_at is null", tx.scope().partnership, id) == 1; }
bool say_enough(db::Write& tx, ConsultId const& id, Enough enough, base::Moment now) {
    return tx.run("update consults set enough = :enough, enough_at = :now where partnership = :partnership and id = :id and answered_at is not null and called_at is null", enough, now, tx.scope().partnership, id) == 1;
}
bool note_called(db::Write& tx, ConsultId const& id, base::Moment now) { return tx.run("update consults set called_at = :now where partnership = :partnership and id = :id and enough = 'call' and called_at is null", now, tx.scope().partnership, id) == 1; }
std::optional<Entry> find(db::Door& door, ConsultId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<Entry> thread(db::Door& door, ConsultId const& head) { return door.list<Entry>(std::string{columns} + "where partnership = :partnership and (id = :head or follows = :head) order by asked_at, id", door.scope().partnership, head); }
std::vector<std::vector<Entry>> of(db::Door& door, visit::PersonId const& buddy) {
    std::vector<std::vector<Entry>> threads;
    for (auto& entry : door.list<Entry>(std::string{columns} + "where partnership = :partnership and buddy = :buddy order by asked_at, id", door.scope().partnership, buddy)) {
        auto at = std::find_if(threads.begin(), threads.end(), [&](auto const& its) { return its.front().head() == entry.head(); });
        if (at == threads.end()) threads.push_back({std::move(entry)});
        else at->push_back(std::move(entry));
    }
    std::reverse(threads.begin(), threads.end());
    return threads;
}
std::vector<Entry> last_turns(db::Door& door, std::optional<visit::PersonId> const& reader) {
    std::vector<Entry> last;
    std::map<ConsultId, std::size_t> at;
    for (auto& entry : door.list<Entry>(std::string{columns} + "where partnership = :partnership and question <> '' and coalesce(reader, '') = :reader order by asked_at, id", door.scope().partnership, reader ? reader->value() : std::string{})) {
        auto const [its, fresh] = at.emplace(entry.head(), last.size());
        if (fresh) last.push_back(std::move(entry));
        else last[its->second] = std::move(entry);
    }
    std::reverse(last.begin(), last.end());
    return last;
}
std::string question_of(confidentiality::Keyring& keys, Entry const& entry) { return keys.open(entry.question, {"consults", "question", entry.id.value()}).value_or(""); }
std::string answer_of(confidentiality::Keyring& keys, Entry const& entry) { return keys.open(entry.answer, {"consults", "answer", entry.id.value()}).value_or(""); }

} // namespace support

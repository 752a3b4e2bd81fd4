#include "matching/store_thoughts.h"

#include "people/store_people.h"

namespace matching {
namespace {
constexpr std::string_view columns = "select id, request, parent, professional, items, asked_at, words, written_at, released_at, withdrawn_at from thoughts ";
confidentiality::Place place(ThoughtId const& id) { return {"thoughts", "words", id.value()}; }
} // namespace

bool ask(db::Write& tx, confidentiality::Keyring& keys, ThoughtId const& id, help_request::HelpRequestId const& request, visit::PersonId const& parent, visit::PersonId const& professional, AskedThought const& asked, base::Moment now) {
    people::add_person(tx, keys, professional, asked.contact, text::Language::nl, now);
    return tx.run("insert into thoughts (id, partnership, request, parent, professional, items, asked_at, words) values (:id, :partnership, :request, :parent, :professional, :items, :now, '') on conflict do nothing", id, tx.scope().partnership, request, parent, professional, help_request::join(asked.items), now) == 1;
}
std::optional<ThoughtRow> find_thought(db::Door& door, ThoughtId const& id) { return door.find<ThoughtRow>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::optional<ThoughtRow> thought_about(db::Door& door, help_request::HelpRequestId const& request) { return door.find<ThoughtRow>(std::string{columns} + "where partnership = :partnership and request = :request and withdrawn_at is null", door.scope().partnership, request); }
bool write(db::Write& tx, confidentiality::Keyring& keys, ThoughtRow const& row, std::string const& words, base::Moment now) {
    return tx.run("update thoughts set words = :words, written_at = :now where partnership = :partnership and id = :id and written_at is null and withdrawn_at is null", keys.seal({row.parent}, place(row.id), words), now, tx.scope().partnership, row.id) == 1;
}
void release(db::Write& tx, ThoughtId const& id, base::Moment now) { tx.run("update thoughts set released_at = :now where partnership = :partnership and id = :id and written_at is not null and released_at is null and withdrawn_at is null", now, tx.scope().partnership, id); }
void take_back(db::Write& tx, ThoughtId const& id, base::Moment now) {
    tx.run("update thoughts set withdrawn_at = :now, words = '' where partnership = :partnership and id = :id and withdrawn_at is null", now, tx.scope().partnership, id);
    tx.run("delete from action_links where partnership = :partnership and act = 'thought' and object = :id", tx.scope().partnership, id);
}
std::string words_of(confidentiality::Keyring& keys, ThoughtRow const& row) { return keys.open(row.words, place(row.id)).value_or(""); }

std::vector<std::string> released_thoughts(db::Door& door, confidentiality::Keyring& keys, visit::Granted<visit::Action::read_request, help_request::HelpRequest> const& granted) {
    std::vector<std::string> all;
    for (auto const& row : door.list<ThoughtRow>(std::string{columns} + "where partnership = :partnership and request = :request and released_at is not null and withdrawn_at is null order by written_at, id", door.scope().partnership, granted.record())) all.push_back(words_of(keys, row));
    return all;
}
std::vector<visit::Term> thought_terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& row : door.list<ThoughtRow>(std::string{columns} + "where partnership = :partnership and exists (select 1 from people p where p.id = thoughts.professional and p.name <> '')", door.scope().partnership)) all.push_back({row.professional, base::local_date(row.withdrawn_at.value_or(thought_until(row.asked_at)))});
    return all;
}

} // namespace matching

#include "support/store_library.h"

#include "platform/text/language.h"

#include <algorithm>

namespace support {
namespace {
constexpr std::string_view columns = "select id, title, words, version, written_at, hidden_at from library_texts where partnership = :partnership ";
}

void add_text(db::Write& tx, LibraryGrant const& granted, LibraryTextId const& id, Written const& written, base::Moment now) {
    tx.run("insert into library_texts (id, partnership, title, words, version, written_by, written_at) values (:id, :partnership, :title, :words, 1, :by, :now)", id, granted.record(), written.title, written.words, granted.viewer().person, now);
}
bool change_text(db::Write& tx, LibraryGrant const& granted, LibraryTextId const& id, Written const& written, int version, base::Moment now) {
    return tx.run("update library_texts set title = :title, words = :words, version = version + 1, written_by = :by, written_at = :now where partnership = :partnership and id = :id and version = :version", written.title, written.words, granted.viewer().person, now, granted.record(), id, version) == 1;
}
void set_hidden(db::Write& tx, LibraryGrant const& granted, LibraryTextId const& id, std::optional<base::Moment> hidden_at) { tx.run("update library_texts set hidden_at = :hidden where partnership = :partnership and id = :id", hidden_at, granted.record(), id); }
std::optional<LibraryRow> find_text(db::Door& door, LibraryTextId const& id) { return door.find<LibraryRow>(std::string{columns} + "and id = :id", door.scope().partnership, id); }
std::vector<LibraryRow> library_texts(db::Door& door) {
    auto all = door.list<LibraryRow>(std::string{columns} + "order by title, id", door.scope().partnership);
    std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return text::sort_key(a.title) < text::sort_key(b.title); });
    return all;
}

} // namespace support

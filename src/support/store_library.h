#pragma once
// The texts of the library in the database.
#include "platform/db/database.h"
#include "support/library.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace support {

struct LibraryRow {
    LibraryTextId id;
    std::string title, words;
    int version;
    base::Moment written_at;
    std::optional<base::Moment> hidden_at;
};
using LibraryGrant = visit::Granted<visit::Action::keep_library, people::Partnership>;

void add_text(db::Write& tx, LibraryGrant const& granted, LibraryTextId const& id, Written const& written, base::Moment now);
/// True when nobody changed it since this version.
bool change_text(db::Write& tx, LibraryGrant const& granted, LibraryTextId const& id, Written const& written, int version, base::Moment now);
void set_hidden(db::Write& tx, LibraryGrant const& granted, LibraryTextId const& id, std::optional<base::Moment> hidden_at);
std::optional<LibraryRow> find_text(db::Door& door, LibraryTextId const& id);
/// Every text by title, hidden ones too.
std::vector<LibraryRow> library_texts(db::Door& door);

} // namespace support

#pragma once
// Which columns of the schema hold a text that people type, and rows for those that a demonstration leaves empty: so that no field is forgotten when every field is attacked.
#include "app/program.h"

#include <map>
#include <string>
#include <vector>

namespace world {

struct TextColumn {
    std::string table, column;
    std::string field() const { return table + "." + column; }
    /// Whether an address of a page stands there.
    bool is_link() const;
};

/// Every column of text in the schema but those that the .cpp names with the reason why nobody types in them. SQLite only.
std::vector<TextColumn> typed_texts(db::Door& door);
/// Typed fields that no account sees on a page of a house where time stands still, each with the reason.
std::map<std::string, std::string> const& shown_elsewhere();
/// Gives a partnership of a demonstration a text in every typed column, plain and sealed, and versions of its own of what may have them.
void fill_in(app::Program& program, visit::PartnershipId const& partnership);

} // namespace world

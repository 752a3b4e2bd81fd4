#pragma once
// One's own data (mijn gegevens), whole: a table of what the house keeps about a person, and the one reading of it, for a page, a print and a file. Like erasing it touches every room.
// Of what is about two people someone gets what that person said, wrote or was decided about; never a name, text or address of the other. Worries about safety go through the safety officer (R18, R23, R27).
#include "confidentiality/store_keyring.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "platform/text/language.h"
#include "visit/policy.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// How what stands in a column is read.
enum class Reads { words,
                   day,
                   moment,
                   number,
                   yes_no,
                   sealed };
/// Says a stored or opened text in words, such as the name of a coded word.
using InWords = std::string (*)(std::string const& stored, text::Language language);

struct OwnColumn {
    std::string_view key; ///< its name in the file, and in the table unless `sql` says otherwise
    base::Text label;
    Reads reads = Reads::words;
    InWords say = nullptr;
    std::string_view sql = {};       ///< what is asked of the row `t`, when that is not the column itself
    std::string_view sealed_as = {}; ///< the column that a value was sealed for, when that is not the key
};
/// What one table keeps about someone, told from one side.
struct OwnTable {
    std::string_view table;
    std::string_view key; ///< its name in the file
    base::Text title;
    std::string_view whose; ///< which rows `t` are about `:person`
    std::vector<OwnColumn> columns;
    std::vector<std::string_view> left_out = {}; ///< ids of other records, and what is about someone else
    std::string_view row = "t.id";               ///< the place where its values were sealed
    std::string_view order = "t.id";
    bool hall = false; ///< not of one partnership: the account
};
/// A column that points to a person and is not in the catalogue, and why not.
struct NotOwn {
    std::string_view table, column, why;
};

/// Everything that is kept about someone, in the order in which it is shown.
std::vector<OwnTable> const& own_data_catalogue();
/// What points to people and is nobody's own data.
std::vector<NotOwn> const& not_own_data();

struct SchemaColumn {
    std::string table, column;
};
/// What of a schema the catalogue forgot: columns that point to people and are neither in it nor excepted, and columns of its tables that are neither read nor left out. Nothing when it is whole.
std::vector<std::string> forgotten(std::vector<SchemaColumn> const& pointing_to_people, std::vector<SchemaColumn> const& all);

/// One value of a row, said in a language.
struct OwnValue {
    OwnColumn const* column;
    std::string stored; ///< as it stands, opened when it was sealed
    std::string said;
};
struct OwnGroup {
    OwnTable const* table;
    std::vector<std::vector<OwnValue>> rows; ///< without what is empty
};
using ExportGrant = visit::Granted<visit::Action::export_own_data, people::Person>;
/// Reads all of it of the person whose grant this is; groups without rows are left out.
std::vector<OwnGroup> own_data(db::Door& door, db::Door& hall, confidentiality::Keyring& keys, ExportGrant const& granted, text::Language language);

} // namespace app

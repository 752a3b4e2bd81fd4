#pragma once
// Tables to take along: CSV that a Dutch spreadsheet program opens, and XLSX (libxlsxwriter). A cell is a text or a number, never a formula.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sheet {

using Cell = std::variant<std::string, std::int64_t, double>;

struct Table {
    std::string title; ///< the name of the sheet, at most 31 characters are kept
    std::vector<std::string> head;
    std::vector<std::vector<Cell>> rows;
};

/// UTF-8 with a byte order mark, semicolons, CRLF and a decimal comma; a text that begins with = + - @ tab or CR gets a ' in front, so that it never counts as a formula.
std::string csv(Table const& table);
/// A workbook with one sheet for each table: head in bold, columns wide enough, texts as texts. Throws when it cannot be made.
std::string xlsx(std::vector<Table> const& tables);

} // namespace sheet

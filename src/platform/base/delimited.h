#pragma once
// Tables in text files (CSV and the like): one record a line, in UTF-8 or windows-1252, with or without quotes.
// A quoted field ends on its own line, so that a broken record never swallows the ones after it.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// What is wrong with a record.
enum class Fault { none,
                   quotes, ///< a quote that does not close, or text right after one that does
                   letters };

struct Record {
    std::size_t line; ///< from 1, empty lines counted
    std::vector<std::string> fields;
    Fault fault = Fault::none;
};

/// The records of a text, empty lines left out. A text that is UTF-8 as a whole, or says so by its first mark, is read as UTF-8 and any other as windows-1252; the fields are UTF-8 without NUL.
/// Of a record with a fault the fields before it are right. In a table parted by tabs a quote is a letter like any other.
std::vector<Record> records(std::string_view text, char separator);

/// Whether a text is UTF-8 without NUL.
bool is_utf8(std::string_view text);
/// A windows-1252 text as UTF-8; nothing when a byte stands for nothing there, or is NUL.
std::optional<std::string> from_windows_1252(std::string_view text);

} // namespace base

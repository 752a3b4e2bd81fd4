#include "platform/sheet/sheet.h"

#include <algorithm>
#include <fmt/format.h>

namespace sheet {
namespace {

std::string quoted(std::string text) {
    if (!text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of(";\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (char c : text) (out += c) += c == '"' ? "\"" : "";
    return out + '"';
}

std::string said(Cell const& cell) {
    if (auto const* text = std::get_if<std::string>(&cell)) return quoted(*text);
    if (auto const* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    auto number = fmt::format("{:.2f}", std::get<double>(cell));
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

} // namespace

std::string csv(Table const& table) {
    std::string out = "\xEF\xBB\xBF";
    auto line = [&](auto const& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) (out += i ? ";" : "") += said(cells[i]);
        out += "\r\n";
    };
    line(std::vector<Cell>{table.head.begin(), table.head.end()});
    for (auto const& row : table.rows) line(row);
    return out;
}

} // namespace sheet

#include "platform/sheet/sheet.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace sheet {
namespace {

/// A file that lives in memory only: the library writes to a name, and numbers of people belong on no disk.
class Memory {
public:
    Memory() : file_{::memfd_create("workbook", MFD_CLOEXEC)} {
        if (file_ < 0) throw std::runtime_error{"no memory for a workbook"};
    }
    ~Memory() { ::close(file_); }
    Memory(Memory const&) = delete;
    Memory& operator=(Memory const&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }
    std::string read() const {
        std::string all;
        std::array<char, 65536> part{};
        for (off_t at = 0;;) {
            auto const got = ::pread(file_, part.data(), part.size(), at);
            if (got < 0) throw std::runtime_error{"a workbook cannot be read back"};
            if (got == 0) return all;
            all.append(part.data(), static_cast<std::size_t>(got));
            at += got;
        }
    }

private:
    int file_;
};

/// The name of a sheet holds at most 31 characters, none of []:*?/\ and no ' at its ends.
std::string sheet_name(std::string const& title) {
    std::string name;
    int letters = 0;
    for (char c : title) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++letters > 31) break;
        name += std::string_view{"[]:*?/\\'"}.find(c) == std::string_view::npos ? c : ' ';
    }
    return name.empty() ? "1" : name;
}

std::size_t width(Cell const& cell) {
    auto const* text = std::get_if<std::string>(&cell);
    return text ? std::min<std::size_t>(60, static_cast<std::size_t>(std::count_if(text->begin(), text->end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }))) : 8;
}

} // namespace

std::string xlsx(std::vector<Table> const& tables) {
    Memory memory;
    auto const path = memory.path();
    auto* book = workbook_new(path.c_str());
    if (!book) throw std::runtime_error{"a workbook cannot be made"};
    auto* bold = workbook_add_format(book);
    format_set_bold(bold);
    for (auto const& table : tables) {
        auto* its = workbook_add_worksheet(book, sheet_name(table.title).c_str());
        if (!its) {
            workbook_close(book);
            throw std::runtime_error{"a sheet cannot be made"};
        }
        std::vector<std::size_t> widths;
        auto put = [&](std::size_t row, std::vector<Cell> const& cells, lxw_format* format) {
            widths.resize(std::max(widths.size(), cells.size()), 8);
            for (std::size_t column = 0; column < cells.size(); ++column) {
                auto const r = static_cast<lxw_row_t>(row);
                auto const c = static_cast<lxw_col_t>(column);
                widths[column] = std::max(widths[column], width(cells[column]) + 2);
                if (auto const* text = std::get_if<std::string>(&cells[column])) worksheet_write_string(its, r, c, text->c_str(), format);
                else if (auto const* whole = std::get_if<std::int64_t>(&cells[column])) worksheet_write_number(its, r, c, static_cast<double>(*whole), format);
                else worksheet_write_number(its, r, c, std::get<double>(cells[column]), format);
            }
        };
        put(0, {table.head.begin(), table.head.end()}, bold);
        for (std::size_t row = 0; row < table.rows.size(); ++row) put(row + 1, table.rows[row], nullptr);
        for (std::size_t column = 0; column < widths.size(); ++column) worksheet_set_column(its, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), static_cast<double>(widths[column]), nullptr);
        worksheet_freeze_panes(its, 1, 0);
    }
    if (auto const error = workbook_close(book); error != LXW_NO_ERROR) throw std::runtime_error{std::string{"a workbook cannot be written: "} + lxw_strerror(error)};
    return memory.read();
}

} // namespace sheet

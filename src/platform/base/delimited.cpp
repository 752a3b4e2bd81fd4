#include "platform/base/delimited.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace base {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

/// What 0x80 to 0x9f stand for; 0 for what stands for nothing.
constexpr std::array<std::uint16_t, 32> upper{0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

/// How many bytes follow the first one of a character; 9 for a byte that begins none.
std::size_t following(unsigned char first) {
    if (first < 0x80) return first == 0 ? 9 : 0;
    if (first >= 0xc2 && first <= 0xdf) return 1;
    if (first >= 0xe0 && first <= 0xef) return 2;
    return first >= 0xf0 && first <= 0xf4 ? 3 : 9;
}

/// The fields of one line, as bytes; `whole` says whether the quotes are.
std::vector<std::string> split(std::string_view line, char separator, bool& whole) {
    std::vector<std::string> fields;
    whole = true;
    for (std::size_t at = 0;; ++at) {
        std::string field;
        if (separator != '\t' && at < line.size() && line[at] == '"') {
            for (++at;; ++at) {
                auto quote = line.find('"', at);
                if (quote == std::string_view::npos) {
                    whole = false;
                    return fields;
                }
                field += line.substr(at, quote - at);
                at = quote + 1;
                if (at >= line.size() || line[at] != '"') break;
                field += '"';
            }
            if (at < line.size() && line[at] != separator) {
                whole = false;
                return fields;
            }
        } else {
            auto end = std::min(line.find(separator, at), line.size());
            field = line.substr(at, end - at);
            at = end;
        }
        fields.push_back(std::move(field));
        if (at >= line.size()) return fields;
    }
}

} // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        auto first = static_cast<unsigned char>(text[i]);
        auto more = following(first);
        if (more == 9 || text.size() - i <= more) return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0U) != 0x80U) return false;
        if (more >= 2) { // written too long, half a surrogate, or beyond the last character
            auto second = static_cast<unsigned char>(text[i + 1]);
            if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f)) return false;
        }
        i += more + 1;
    }
    return true;
}

std::optional<std::string> from_windows_1252(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (char c : text) {
        unsigned code = static_cast<unsigned char>(c);
        if (code >= 0x80 && code < 0xa0) code = upper[code - 0x80];
        if (code == 0) return {};
        if (code < 0x80) out += static_cast<char>(code);
        else if (code < 0x800) (out += static_cast<char>(0xc0U | code >> 6U)) += static_cast<char>(0x80U | (code & 0x3fU));
        else ((out += static_cast<char>(0xe0U | code >> 12U)) += static_cast<char>(0x80U | (code >> 6U & 0x3fU))) += static_cast<char>(0x80U | (code & 0x3fU));
    }
    return out;
}

std::vector<Record> records(std::string_view text, char separator) {
    bool const marked = text.starts_with(mark);
    if (marked) text.remove_prefix(mark.size());
    bool const utf8 = marked || is_utf8(text);
    std::vector<Record> all;
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto end = text.find('\n');
        auto line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        bool whole = false;
        Record record{number, split(line, separator, whole)};
        if (!whole) record.fault = Fault::quotes;
        for (auto& field : record.fields) {
            if (utf8 && is_utf8(field)) continue;
            auto letters = utf8 ? std::nullopt : from_windows_1252(field);
            if (!letters) record.fault = Fault::letters;
            field = letters.value_or("");
        }
        all.push_back(std::move(record));
    }
    return all;
}

} // namespace base

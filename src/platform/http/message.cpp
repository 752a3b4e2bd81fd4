#include "platform/http/message.h"

#include <algorithm>

namespace http {
namespace {
int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                                      : c >= 'A' && c <= 'F'   ? c - 'A' + 10
                                                                               : -1; }
std::string const nothing;
constexpr std::size_t most_fields = 500;
} // namespace

bool Fields::has(std::string_view name) const {
    return std::any_of(all_.begin(), all_.end(), [&](auto const& field) { return field.first == name; });
}
std::string const& Fields::get(std::string_view name) const {
    auto at = std::find_if(all_.begin(), all_.end(), [&](auto const& field) { return field.first == name; });
    return at == all_.end() ? nothing : at->second;
}
std::vector<std::string> Fields::all(std::string_view name) const {
    std::vector<std::string> found;
    for (auto const& [its, value] : all_)
        if (its == name) found.push_back(value);
    return found;
}

std::string_view Request::header(std::string_view lower_name) const {
    for (auto const& [name, value] : headers)
        if (name == lower_name) return value;
    return {};
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    for (auto const& [header, value] : headers) {
        if (header != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            auto end = rest.find(';');
            auto part = rest.substr(0, end);
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
            auto split = part.find('=');
            if (split != std::string_view::npos && part.substr(0, split) == name) return std::string{part.substr(split + 1)};
        }
    }
    return {};
}

std::string_view Response::header(std::string_view name) const {
    for (auto const& [its, value] : headers)
        if (its == name) return value;
    return {};
}

bool fit_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        auto c = static_cast<unsigned char>(text[i]);
        if (c == 0) return false;
        std::size_t more = c < 0x80 ? 0 : c >= 0xc2 && c <= 0xdf ? 1
                                      : c >= 0xe0 && c <= 0xef   ? 2
                                      : c >= 0xf0 && c <= 0xf4   ? 3
                                                                 : 9;
        if (more == 9 || i + more >= text.size() + (more == 0)) return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0U) != 0x80U) return false;
        if (more >= 2) {
            auto second = static_cast<unsigned char>(text[i + 1]);
            if ((c == 0xe0 && second < 0xa0) || (c == 0xed && second > 0x9f) || (c == 0xf0 && second < 0x90) || (c == 0xf4 && second > 0x8f)) return false;
        }
        i += more + 1;
    }
    return true;
}

std::optional<std::string> decoded(std::string_view text, bool form) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && form) out += ' ';
        else if (text[i] == '%') {
            if (i + 2 >= text.size()) return {};
            int high = hex(text[i + 1]), low = hex(text[i + 2]);
            if (high < 0 || low < 0) return {};
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else out += text[i];
    }
    if (!fit_text(out)) return {};
    return out;
}

std::string encoded(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~') out += c;
        else ((out += '%') += digits[byte >> 4U]) += digits[byte & 15U];
    }
    return out;
}

std::string address(std::string_view location) {
    std::string out;
    for (auto const& c : location) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7f) out += encoded(std::string_view{&c, 1});
        else out += c;
    }
    return out;
}

std::optional<Fields> parse_form(std::string_view text) {
    Fields fields;
    std::size_t count = 0;
    while (!text.empty()) {
        auto end = text.find('&');
        auto part = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (part.empty()) continue;
        if (++count > most_fields) return {};
        auto split = part.find('=');
        auto name = decoded(part.substr(0, split), true), value = decoded(split == std::string_view::npos ? std::string_view{} : part.substr(split + 1), true);
        if (!name || !value) return {};
        // browsers send line ends as CRLF; one form inside. Control signs mean nothing here, and would come back in the page that refuses
        std::erase_if(*value, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f; });
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

std::string form_text(Fields const& fields) {
    std::string out;
    for (auto const& [name, value] : fields) ((out += out.empty() ? "" : "&") += encoded(name)) += "=" + encoded(value);
    return out;
}

} // namespace http

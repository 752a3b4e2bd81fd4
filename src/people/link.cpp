#include "people/link.h"

#include <algorithm>

namespace people {

bool is_https(std::string const& typed) {
    if (!typed.starts_with("https://") || typed.size() > 500) return false;
    if (std::any_of(typed.begin(), typed.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7f || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`' || c == '\''; })) return false;
    auto const host = typed.substr(8, typed.find_first_of("/?#", 8) - 8);
    return host.find('@') == std::string::npos && host.find('.') != std::string::npos && host.front() != '.' && host.back() != '.';
}

} // namespace people

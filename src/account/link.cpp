#include "account/link.h"

namespace account {

std::string_view partnership_in(std::string_view path) {
    auto const point = path.find('.');
    if (point == std::string_view::npos) return {};
    // no slash before it: the path begins with the token
    auto const from = path.rfind('/', point) + 1;
    return path.substr(from, point - from);
}

} // namespace account

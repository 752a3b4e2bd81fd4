#pragma once
// How long a text is for those who read it.
#include <algorithm>
#include <string_view>

namespace base {

/// The characters of a text in UTF-8, whatever their bytes.
inline std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace base

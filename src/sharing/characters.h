#pragma once
// How long a text is for who typed it: characters, not bytes.
#include <algorithm>
#include <string>

namespace sharing {

/// The characters of a text.
inline int characters(std::string const& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; }));
}

} // namespace sharing

#pragma once
// Themes that buddies choose from, for a meeting or on the list of buddies: about the role, never about a family. Report L1440–1499.
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <set>
#include <string>

namespace support {

enum class Theme { school_talk,
                   own_limits,
                   first_contact,
                   listening,
                   finding_the_way,
                   ending };
/// The theme in Dutch.
base::Text name(Theme theme);
/// Themes as one text, and back; what nobody knows is left out.
std::string joined(std::set<Theme> const& themes);
std::set<Theme> themes_of(std::string const& joined);

} // namespace support

template <>
struct base::Words<support::Theme> {
    using T = support::Theme;
    static constexpr std::array entries{Word<T>{T::school_talk, "school_talk"}, Word<T>{T::own_limits, "own_limits"}, Word<T>{T::first_contact, "first_contact"}, Word<T>{T::listening, "listening"}, Word<T>{T::finding_the_way, "finding_the_way"}, Word<T>{T::ending, "ending"}};
};

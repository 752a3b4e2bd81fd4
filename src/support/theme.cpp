#include "support/theme.h"

#include "platform/base/require.h"

#include <algorithm>

namespace support {
using base::tr;

base::Text name(Theme theme) {
    switch (theme) {
    case Theme::school_talk: return tr("mee naar een gesprek op school");
    case Theme::own_limits: return tr("mijn eigen grenzen");
    case Theme::first_contact: return tr("de eerste keer contact");
    case Theme::listening: return tr("luisteren zonder op te lossen");
    case Theme::finding_the_way: return tr("de weg wijzen");
    case Theme::ending: return tr("goed afronden");
    }
    throw base::Impossible{"a theme without a name"};
}

std::string joined(std::set<Theme> const& themes) {
    std::string all;
    for (auto theme : themes) (all += all.empty() ? "" : ",") += base::word(theme);
    return all;
}
std::set<Theme> themes_of(std::string const& joined) {
    std::set<Theme> themes;
    for (std::size_t at = 0; at < joined.size();) {
        auto const end = std::min(joined.find(',', at), joined.size());
        if (auto theme = base::from_word<Theme>(std::string_view{joined}.substr(at, end - at))) themes.insert(*theme);
        at = end + 1;
    }
    return themes;
}

} // namespace support

#include "matching/bundle.h"

#include "platform/base/require.h"

namespace matching {
using base::tr;
using help_request::Situation;

Bundle bundle(std::vector<Shown> const& all, std::string const& school) {
    Bundle made, more;
    int count = 0;
    for (auto const& each : all) {
        if (each.schools.contains(school)) continue;
        ++count;
        made.themes.insert(each.situations.begin(), each.situations.end());
        more.knowledge.insert(each.knowledge.begin(), each.knowledge.end());
        more.school_kinds.insert(each.school_kinds.begin(), each.school_kinds.end());
    }
    if (count < told_from) return made;
    made.buddies = count;
    made.knowledge = std::move(more.knowledge);
    made.school_kinds = std::move(more.school_kinds);
    return made;
}

base::Text theme(Situation situation) {
    switch (situation) {
    case Situation::talk_at_school: return tr("gesprekken op school");
    case Situation::assessment: return tr("een onderzoek van een kind");
    case Situation::extra_support: return tr("extra hulp in de klas");
    case Situation::special_school: return tr("speciaal onderwijs");
    case Situation::at_home: return tr("een kind dat thuis zit");
    case Situation::tension: return tr("als het stroef loopt tussen ouder en school");
    case Situation::moving_on: return tr("een overstap naar een andere school");
    case Situation::something_else: return tr("andere vragen over school");
    }
    throw base::Impossible{"a situation without a theme"};
}

} // namespace matching

#include "today/worklist.h"

#include "platform/base/require.h"

#include <algorithm>
#include <tuple>

namespace today {
using base::tr;

void arrange(std::vector<visit::Work>& work) {
    std::stable_sort(work.begin(), work.end(), [](auto const& a, auto const& b) { return std::tie(a.urgency, a.since, a.kind, a.href) < std::tie(b.urgency, b.since, b.kind, b.href); });
}

base::Text name(visit::Urgency urgency) {
    switch (urgency) {
    case visit::Urgency::safety: return tr("Veiligheid");
    case visit::Urgency::overdue: return tr("Te laat");
    case visit::Urgency::today: return tr("Vandaag doen");
    case visit::Urgency::soon: return tr("Binnenkort");
    case visit::Urgency::waiting: return tr("Wacht op iemand");
    }
    throw base::Impossible{"an urgency without a name"};
}

} // namespace today

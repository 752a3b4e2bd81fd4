#include "matching/overrule.h"

#include "platform/base/require.h"

#include <algorithm>

namespace matching {
using base::tr;

bool may_overrule(Few<Limit> limits) {
    auto const all = limits.list();
    return !all.empty() && std::all_of(all.begin(), all.end(), [](Limit limit) { return may_overrule(limit); });
}
base::Result<std::optional<Overruled>, base::Refusal> may_propose(Few<Limit> limits, std::optional<Overruled> reason) {
    if (limits.empty()) return std::optional<Overruled>{};
    if (!may_overrule(limits)) return base::Refusal::of(tr("Deze buddy kan nu niet worden voorgesteld. Kijk hieronder waarom."));
    if (!reason) return base::Refusal::of("reden", tr("Kies waarom deze buddy toch past."));
    return reason;
}

base::Text name(Overruled reason) {
    switch (reason) {
    case Overruled::nobody_else: return tr("er is nu geen andere buddy");
    case Overruled::other_experience: return tr("deze buddy heeft ervaring van ergens anders");
    case Overruled::parent_asks: return tr("de ouder vraagt om deze buddy");
    case Overruled::helped_along: return tr("ik help deze buddy extra");
    }
    throw base::Impossible{"a reason without a name"};
}

} // namespace matching

#include "training/vog.h"

#include "platform/base/require.h"

namespace training {
using base::tr;

base::Date check_on(base::Date seen_on) { return base::years_later(seen_on, 3); }

Vog vog(VogFacts const& facts, base::Date today) {
    if (!facts.required) return Vog::not_needed;
    if (facts.asked_on && (!facts.seen_on || *facts.asked_on > *facts.seen_on)) return Vog::asked;
    if (!facts.seen_on) return Vog::to_ask;
    return today >= base::later(check_on(*facts.seen_on), -42) ? Vog::to_check : Vog::seen;
}

base::Text name(Vog vog) {
    switch (vog) {
    case Vog::not_needed: return tr("niet nodig");
    case Vog::to_ask: return tr("nog niet gevraagd");
    case Vog::asked: return tr("gevraagd, nog niet gezien");
    case Vog::seen: return tr("gezien");
    case Vog::to_check: return tr("opnieuw nodig");
    }
    throw base::Impossible{"a VOG without a name"};
}

} // namespace training

#include "trajectory/closure.h"

#include "platform/base/require.h"

namespace trajectory {
using base::tr;

base::Result<Closing, base::Refusal> closing(ClosureDraft const& draft) {
    base::Refusal refusal;
    if (!draft.reason) refusal.add("reden", tr("Kies een reden."));
    if (!draft.teller) refusal.add("vertelt", tr("Kies wie het vertelt."));
    if (!refusal.empty()) return refusal;
    return Closing{*draft.reason, *draft.teller, draft.asks_later};
}

bool may_reopen(base::Moment closed, bool reopened, base::Date today) { return !reopened && base::days_between(base::local_date(closed), today) <= reopen_days; }
bool asks_now(bool allowed, base::Moment closed, bool asked, base::Date today) { return allowed && !asked && base::days_between(base::local_date(closed), today) >= later_days; }
base::Date kept_until(base::Moment ended) { return base::later(base::local_date(ended), 365); }

base::Text name(Talk talk) {
    switch (talk) {
    case Talk::open: return tr("nog niet");
    case Talk::held: return tr("gehouden");
    case Talk::not_wanted: return tr("niet gewenst");
    }
    throw base::Impossible{"a talk without a name"};
}
base::Text name(Later answer) {
    switch (answer) {
    case Later::better: return tr("beter dan toen");
    case Later::same: return tr("ongeveer hetzelfde");
    case Later::worse: return tr("minder goed");
    case Later::call: return tr("ik wil graag gebeld worden");
    }
    throw base::Impossible{"an answer without a name"};
}
base::Text name(Reopening reason) {
    switch (reason) {
    case Reopening::by_mistake: return tr("het was een vergissing");
    case Reopening::changed_mind: return tr("zij willen toch verder");
    case Reopening::new_question: return tr("er kwam een nieuwe vraag");
    }
    throw base::Impossible{"a reason without a name"};
}

} // namespace trajectory

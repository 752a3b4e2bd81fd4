#include "trajectory/contact.h"

#include "platform/base/require.h"

namespace trajectory {
using base::tr;

base::Result<Logged, base::Refusal> log_contact(ContactDraft const& draft, base::Date begun, base::Date today) {
    base::Refusal refusal;
    if (!draft.held_on) refusal.add("dag", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (draft.held_on && *draft.held_on > today) refusal.add("dag", tr("Kies een dag die niet in de toekomst ligt."));
    if (draft.held_on && *draft.held_on < begun) refusal.add("dag", tr("Deze dag ligt voor het begin van jullie contact."));
    if (!draft.way) refusal.add("manier", tr("Kies hoe jullie contact hadden."));
    if (draft.minutes < 0 || draft.minutes > 480) refusal.add("duur", tr("Kies hoe lang het duurde."));
    if (!refusal.empty()) return refusal;
    return Logged{*draft.held_on, *draft.way, draft.minutes, draft.wants_to_talk};
}

base::Text name(Way way) {
    switch (way) {
    case Way::message: return tr("berichten");
    case Way::call: return tr("gebeld");
    case Way::video: return tr("videogesprek");
    case Way::meeting: return tr("ontmoeting");
    case Way::school_talk: return tr("samen naar school");
    }
    throw base::Impossible{"a way without a name"};
}

} // namespace trajectory

#include "matching/thought.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

#include <algorithm>

namespace matching {
using base::tr;

base::Result<AskedThought, base::Refusal> ask_thought(ThoughtDraft const& draft) {
    base::Refusal refusal;
    if (draft.contact.name.empty()) refusal.add("naam", tr("Vul de naam in."));
    else if (base::characters(draft.contact.name) > 100) refusal.add("naam", tr("Deze naam is te lang. Gebruik hoogstens 100 tekens."));
    if (draft.contact.mail.empty()) refusal.add("mail", tr("Vul een mailadres in, bijvoorbeeld naam@voorbeeld.nl."));
    if (draft.items.empty()) refusal.add("wat", tr("Kies wat deze persoon mag lezen."));
    if (!draft.agrees) refusal.add("akkoord", tr("Kruis aan dat u dit goedvindt."));
    if (!refusal.empty()) return refusal;
    return AskedThought{draft.contact, draft.items};
}
base::Result<std::string, base::Refusal> thought_said(std::string const& typed) {
    if (typed.empty()) return base::Refusal::of("tekst", tr("Schrijf eerst iets op."));
    auto const characters = std::count_if(typed.begin(), typed.end(), [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; });
    if (characters > thought_length) return base::Refusal::of("tekst", tr("Dit is te lang. Gebruik hoogstens 600 tekens."));
    return typed;
}
base::Moment thought_until(base::Moment asked_at) { return asked_at + std::chrono::hours{24 * thought_link_days}; }

base::Text name(Item item) {
    switch (item) {
    case Item::short_text: return tr("de korte tekst die u goedkeurde");
    case Item::situations: return tr("waar het over gaat");
    case Item::wishes: return tr("mijn wensen: manier van contact, taal en tijden");
    }
    throw base::Impossible{"an item without a name"};
}

} // namespace matching

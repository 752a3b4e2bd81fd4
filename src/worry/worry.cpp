#include "worry/worry.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace worry {
using base::tr;

base::Result<Told, base::Refusal> tell(Draft const& draft) {
    base::Refusal refusal;
    if (draft.words.empty()) refusal.add("woorden", tr("Vertel kort waar u zich zorgen over maakt."));
    else if (base::characters(draft.words) > 4000) refusal.add("woorden", tr("Dit is te lang. Gebruik hoogstens 4000 tekens."));
    if (!draft.parent_knows) refusal.add("weet", tr("Kies of de ouder weet dat u dit vertelt."));
    if (draft.reach.empty()) refusal.add("bereik", tr("Vul in hoe wij u kunnen bereiken."));
    else if (base::characters(draft.reach) > 200) refusal.add("bereik", tr("Dit is te lang. Gebruik hoogstens 200 tekens."));
    if (!refusal.empty()) return refusal;
    return Told{draft.words, draft.reach, *draft.parent_knows};
}

base::Result<StepTaken, base::Refusal> step(StepDraft const& draft, base::Date today) {
    base::Refusal refusal;
    if (draft.words.empty()) refusal.add("stap", tr("Schrijf eerst iets op."));
    else if (base::characters(draft.words) > 2000) refusal.add("stap", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    if (draft.on_typed && !draft.on) refusal.add("wanneer", tr("Vul een dag in, of laat dit leeg."));
    if (draft.on && *draft.on > today) refusal.add("wanneer", tr("Kies een dag die niet in de toekomst ligt."));
    if (!refusal.empty()) return refusal;
    return StepTaken{draft.words, draft.on.value_or(today), draft.code.value_or(Code::other)};
}

bool waits_too_long(base::Moment told_at, base::Moment now) { return base::working_days_between(base::local_date(told_at), base::local_date(now)) >= 1 && now - told_at >= std::chrono::hours{24}; }

base::Text name(ParentKnows knows) {
    switch (knows) {
    case ParentKnows::yes: return tr("Ja, de ouder weet het.");
    case ParentKnows::telling_is_dangerous: return tr("Nee, want vertellen geeft gevaar.");
    case ParentKnows::unsure: return tr("Nog niet. Ik wil eerst overleggen.");
    case ParentKnows::about_myself: return tr("Het gaat over mijzelf of mijn gezin.");
    }
    throw base::Impossible{"a choice without a name"};
}
base::Text name(Code code) {
    switch (code) {
    case Code::signals: return tr("1. signalen op een rij zetten");
    case Code::consult: return tr("2. overleggen, ook met Veilig Thuis");
    case Code::talk: return tr("3. praten met de ouder of het kind");
    case Code::weigh: return tr("4. wegen of er gevaar is");
    case Code::decide: return tr("5. beslissen: melden, helpen of allebei");
    case Code::other: return tr("iets anders");
    }
    throw base::Impossible{"a step without a name"};
}

} // namespace worry

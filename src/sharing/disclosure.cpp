#include "sharing/disclosure.h"

#include "platform/base/require.h"
#include "sharing/characters.h"
#include "visit/term.h"

namespace sharing {
using base::tr;

base::Result<Given, base::Refusal> disclose(Draft const& draft, base::Date today) {
    base::Refusal refusal;
    if (!draft.kind) refusal.add("wat", tr("Kies wat u wilt delen."));
    bool const needs_words = draft.kind && *draft.kind != Kind::buddy;
    if (needs_words && draft.words.empty()) refusal.add("tekst", tr("Schrijf op wat u wilt delen."));
    if (needs_words && characters(draft.words) > most_characters) refusal.add("tekst", tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    if (draft.recipient.empty()) refusal.add("ontvanger", tr("Kies met wie u dit wilt delen."));
    if (draft.purpose.empty()) refusal.add("waarom", tr("Schrijf kort op waarvoor u dit deelt."));
    else if (characters(draft.purpose) > 100) refusal.add("waarom", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (!draft.until || base::days_between(today, *draft.until) < 0) refusal.add("tot", tr("Vul een dag in vanaf vandaag."));
    else if (base::days_between(today, *draft.until) > most_days) refusal.add("tot", tr("Kies een dag binnen een jaar."));
    if (!refusal.empty()) return refusal;
    return Given{*draft.kind, needs_words ? draft.words : std::string{}, draft.recipient, draft.purpose, *draft.until};
}

bool stands(As as, Bond const& bond) {
    switch (as) {
    case As::buddy: return bond.roles.has(visit::Role::buddy) && bond.live_match;
    case As::coordinator: return bond.roles.has(visit::Role::coordinator);
    case As::outreach: return bond.roles.has(visit::Role::outreach);
    case As::school: return bond.roles.any_of({visit::Role::school_contact, visit::Role::school_leader}) && bond.at_school;
    }
    throw base::Impossible{"a recipient without a bond"};
}

State state(base::Date until, bool taken_back, bool bond_stands, base::Date today) {
    if (taken_back) return State::taken_back;
    if (until < today) return State::over;
    return bond_stands ? State::runs : State::parted;
}
bool past_term(base::Date ended_on, base::Date today) { return base::days_between(ended_on, today) >= visit::days_kept; }

base::Text name(Kind kind) {
    switch (kind) {
    case Kind::words: return tr("een tekst die u nu schrijft");
    case Kind::buddy: return tr("dat u een buddy heeft");
    case Kind::appointment: return tr("een afspraak: dag en plek");
    }
    throw base::Impossible{"a thing to share without a name"};
}
base::Text name(State state) {
    switch (state) {
    case State::runs: return tr("loopt tot en met {day}");
    case State::over: return tr("voorbij");
    case State::taken_back: return tr("teruggenomen");
    case State::parted: return tr("gestopt: deze persoon heeft die taak niet meer");
    }
    throw base::Impossible{"a state without a name"};
}

} // namespace sharing

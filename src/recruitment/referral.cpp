#include "recruitment/referral.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace recruitment {
using base::tr;

base::Result<Referred, base::Refusal> refer(ReferralDraft const& draft, base::Date today) {
    base::Refusal refusal;
    auto contact = people::contact(draft.contact);
    if (!contact) refusal = contact.error();
    if (!draft.how) refusal.add("hoe", tr("Kies hoe de ouder ja zei."));
    if (!draft.agreed_on) refusal.add("dag", tr("Vul in op welke dag de ouder ja zei."));
    else if (*draft.agreed_on > today) refusal.add("dag", tr("Kies een dag die niet in de toekomst ligt."));
    else if (base::days_between(*draft.agreed_on, today) > 60) refusal.add("dag", tr("Dit is langer dan twee maanden geleden. Vraag het de ouder nog een keer."));
    if (base::characters(draft.words) > 500) refusal.add("woorden", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    else if (!draft.words.empty() && draft.contact.mail.empty()) refusal.add("woorden", tr("Zonder mailadres kan de ouder dit niet eerst lezen. Laat dit leeg, of vul een mailadres in."));
    if (!draft.agrees) refusal.add("akkoord", tr("Geef alleen een naam door als de ouder daar ja op zei."));
    if (!refusal.empty()) return refusal;
    return Referred{*contact, *draft.agreed_on, *draft.how, draft.words};
}

base::Moment answer_until(base::Moment referred_at) { return referred_at + std::chrono::hours{24 * 14}; }

base::Result<DoubtDraft, base::Refusal> doubt(DoubtDraft const& draft) {
    base::Refusal refusal;
    if (draft.contact.phone.empty()) refusal.add("telefoon", tr("Vul uw telefoonnummer in. Dan kunnen we u bellen."));
    else if (auto contact = people::contact(draft.contact); !contact) refusal = contact.error();
    if (draft.contact.phone.empty() && draft.contact.name.empty()) refusal.add("naam", tr("Vul uw naam in."));
    if (base::characters(draft.reachable) > 200) refusal.add("wanneer", tr("Dit is te lang. Gebruik hoogstens 200 tekens."));
    if (!refusal.empty()) return refusal;
    return draft;
}

base::Text name(Agreement how) {
    switch (how) {
    case Agreement::spoken: return tr("in een gesprek");
    case Agreement::phone: return tr("aan de telefoon");
    case Agreement::mail: return tr("in een mail of bericht");
    }
    throw base::Impossible{"an agreement without a name"};
}

} // namespace recruitment

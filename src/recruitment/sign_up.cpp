#include "recruitment/sign_up.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace recruitment {
using base::tr;

base::Result<Accepted, base::Refusal> sign_up(Draft const& draft) {
    base::Refusal refusal;
    auto contact = people::contact(draft.contact);
    if (!contact) refusal = contact.error();
    if (!draft.channel) refusal.add("kanaal", tr("Kies hoe u van ons hoorde."));
    if (base::characters(draft.motive) > 1000) refusal.add("motief", tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    if (!draft.agrees) refusal.add("akkoord", tr("Zonder uw toestemming kunnen wij u niet benaderen. Kruis dit aan, of bel ons."));
    if (!refusal.empty()) return refusal;
    return Accepted{*contact, *draft.channel, draft.motive, draft.origin};
}

Stage stage(std::optional<base::Moment> confirmed_at, std::optional<base::Moment> ended_at) {
    if (ended_at) return Stage::ended;
    return confirmed_at ? Stage::waiting : Stage::unconfirmed;
}

base::Date answer_by(base::Date signed_up) { return base::working_day_after(signed_up, 2); }

base::Text name(Stage stage) {
    switch (stage) {
    case Stage::unconfirmed: return tr("nog niet bevestigd");
    case Stage::waiting: return tr("bevestigd");
    case Stage::ended: return tr("gestopt");
    }
    throw base::Impossible{"a stage without a name"};
}

base::Text name(EndReason reason) {
    switch (reason) {
    case EndReason::withdrawn: return tr("zelf teruggetrokken");
    case EndReason::no_answer: return tr("niet bereikt");
    case EndReason::not_continued: return tr("gaat niet verder");
    }
    throw base::Impossible{"a reason without a name"};
}

} // namespace recruitment

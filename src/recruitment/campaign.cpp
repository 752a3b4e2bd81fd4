#include "recruitment/campaign.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace recruitment {
using base::tr;

base::Result<CampaignPlan, base::Refusal> campaign(CampaignDraft const& draft) {
    base::Refusal refusal;
    if (!draft.kind) refusal.add("soort", tr("Kies wie u zoekt."));
    if (draft.name.empty()) refusal.add("naam", tr("Vul een naam in."));
    else if (base::characters(draft.name) > 80) refusal.add("naam", tr("Dit is te lang. Gebruik hoogstens 80 tekens."));
    if (draft.kind == CampaignKind::buddies) {
        // a group of one training
        if (draft.target < 3 || draft.target > 10) refusal.add("doel", tr("Kies een aantal van 3 tot 10. Dat is één trainingsgroep."));
    } else if (draft.target < 1 || draft.target > 100) refusal.add("doel", tr("Kies een aantal van 1 tot 100."));
    if (!draft.begins_on) refusal.add("begin", tr("Vul de eerste dag in."));
    if (!draft.closes_on) refusal.add("einde", tr("Vul de laatste dag in."));
    else if (draft.begins_on && *draft.closes_on <= *draft.begins_on) refusal.add("einde", tr("De laatste dag ligt na de eerste."));
    else if (draft.begins_on && base::days_between(*draft.begins_on, *draft.closes_on) > 366) refusal.add("einde", tr("Een campagne duurt hoogstens een jaar."));
    if (draft.fallback.empty()) refusal.add("plan_b", tr("Schrijf op wat u doet als er te weinig mensen komen."));
    else if (base::characters(draft.fallback) > 500) refusal.add("plan_b", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (!refusal.empty()) return refusal;
    return CampaignPlan{*draft.kind, draft.name, draft.target, *draft.begins_on, *draft.closes_on, draft.fallback};
}

CampaignState state(base::Date begins_on, base::Date closes_on, std::optional<base::Date> closed_on, base::Date today) {
    if (closed_on || today > closes_on) return CampaignState::ended;
    return today < begins_on ? CampaignState::planned : CampaignState::running;
}

bool fallback_is_due(CampaignState state, std::int64_t arrived, int target, std::optional<FallbackAnswer> answer) { return state == CampaignState::ended && arrived < target && !answer; }

base::Text name(CampaignKind kind) {
    switch (kind) {
    case CampaignKind::buddies: return tr("buddy’s");
    case CampaignKind::parents: return tr("vraagouders");
    }
    throw base::Impossible{"a kind of campaign without a name"};
}

base::Text name(CampaignState state) {
    switch (state) {
    case CampaignState::planned: return tr("begint nog");
    case CampaignState::running: return tr("loopt");
    case CampaignState::ended: return tr("voorbij");
    }
    throw base::Impossible{"a state without a name"};
}

base::Text name(FallbackAnswer answer) {
    switch (answer) {
    case FallbackAnswer::done: return tr("plan B is gedaan");
    case FallbackAnswer::let_go: return tr("plan B was niet nodig");
    }
    throw base::Impossible{"an answer without a name"};
}

} // namespace recruitment

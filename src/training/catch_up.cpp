#include "training/catch_up.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace training {
using base::tr;

std::optional<Presence> caught_up(CatchingUp const& its) {
    if (its.together == Appointment::came) return Presence::caught_up_online;
    if (its.slides_sent && its.alone == Appointment::came) return Presence::slides_and_talk;
    return {};
}

CatchUpStep next_step(CatchingUp const& its) {
    if (caught_up(its)) return CatchUpStep::done;
    if (its.together == Appointment::planned || its.alone == Appointment::planned) return CatchUpStep::await;
    if (its.together == Appointment::none && its.alone == Appointment::none && !its.slides_sent) return CatchUpStep::plan_together;
    return its.slides_sent ? CatchUpStep::plan_alone : CatchUpStep::send_slides;
}

base::Result<CatchUpPlan, base::Refusal> plan_catch_up(CatchUpDraft const& draft, base::Moment now) {
    base::Refusal refusal;
    if (!draft.kind) refusal.add("soort", tr("Kies samen of alleen."));
    if (draft.people == 0) refusal.add("persoon", tr("Kies wie er komt."));
    if (draft.kind == CatchUpKind::alone && draft.people > 1) refusal.add("persoon", tr("Kies voor een eigen afspraak één persoon."));
    if (!draft.day) refusal.add("dag", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (!draft.begins) refusal.add("tijd", tr("Vul een tijd in, bijvoorbeeld 19.30."));
    if (draft.minutes < 15 || draft.minutes > 180) refusal.add("duur", tr("Vul de minuten in, van 15 tot 180."));
    if (draft.place.empty()) refusal.add("plaats", tr("Vul een plek in, of een link om online te praten."));
    if (base::characters(draft.place) > 500) refusal.add("plaats", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (draft.day && draft.begins && base::moment_of({*draft.day, *draft.begins}) <= now) refusal.add("dag", tr("Kies een moment dat nog komt."));
    if (!refusal.empty()) return refusal;
    return CatchUpPlan{*draft.kind, base::moment_of({*draft.day, *draft.begins}), draft.minutes, draft.place};
}

base::Text name(CatchUpKind kind) {
    switch (kind) {
    case CatchUpKind::together: return tr("samen inhalen");
    case CatchUpKind::alone: return tr("een eigen afspraak");
    }
    throw base::Impossible{"a kind of catching up without a name"};
}

} // namespace training

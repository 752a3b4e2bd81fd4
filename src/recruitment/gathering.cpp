#include "recruitment/gathering.h"

#include "people/link.h"
#include "platform/base/length.h"
#include "platform/base/number.h"
#include "platform/base/require.h"

namespace recruitment {
using base::tr;

base::Result<PlannedGathering, base::Refusal> plan_gathering(GatheringDraft const& draft, base::Moment now) {
    base::Refusal refusal;
    if (!draft.kind) refusal.add("soort", tr("Kies wat voor bijeenkomst het is."));
    if (draft.title.empty()) refusal.add("titel", tr("Vul in hoe de bijeenkomst heet."));
    else if (base::characters(draft.title) > 100) refusal.add("titel", tr("Deze naam is te lang. Gebruik hoogstens 100 tekens."));
    if (!draft.day) refusal.add("dag", tr("Vul een dag in."));
    if (!draft.time) refusal.add("tijd", tr("Vul een tijd in, bijvoorbeeld 19.30."));
    std::optional<base::Moment> begins;
    if (draft.day && draft.time) {
        begins = base::moment_of({*draft.day, *draft.time});
        if (*begins <= now) refusal.add("dag", tr("Dit moment is al geweest."));
        else if (*begins > now + std::chrono::hours{24 * 730}) refusal.add("dag", tr("Kies een dag binnen twee jaar."));
    }
    auto const minutes = base::number_from(draft.minutes);
    if (!minutes || *minutes < 15 || *minutes > 600) refusal.add("duur", tr("Vul in hoeveel minuten het duurt: 15 tot 600."));
    if (base::characters(draft.place) > 200) refusal.add("plaats", tr("Dit is te lang. Gebruik hoogstens 200 tekens."));
    if (!draft.link.empty() && !people::is_https(draft.link)) refusal.add("link", tr("Een link begint met https:// en heeft geen spaties."));
    if (base::characters(draft.words) > 2000) refusal.add("tekst", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    std::optional<int> capacity;
    if (!draft.capacity.empty()) {
        capacity = base::number_from(draft.capacity);
        if (!capacity || *capacity < 1 || *capacity > most_capacity) refusal.add("plekken", tr("Vul een getal van 1 tot 500 in, of laat dit leeg."));
    }
    if (draft.open_until_typed && !draft.open_until) refusal.add("tot", tr("Vul een dag in, of laat dit leeg."));
    else if (draft.open_until && draft.day && *draft.open_until > *draft.day) refusal.add("tot", tr("Aanmelden kan niet langer dan tot de dag zelf."));
    if (!refusal.empty()) return refusal;
    return PlannedGathering{*draft.kind, draft.title, *begins, *minutes, draft.place, draft.link, draft.words, capacity, draft.open_until.value_or(*draft.day)};
}

GatheringStage stage(base::Moment begins, std::optional<base::Moment> cancelled_at, base::Moment now) {
    if (cancelled_at) return GatheringStage::cancelled;
    return now < begins ? GatheringStage::to_come : GatheringStage::past;
}

bool registration_open(base::Moment begins, base::Date open_until, std::optional<base::Moment> cancelled_at, base::Moment now) {
    return stage(begins, cancelled_at, now) == GatheringStage::to_come && base::local_date(now) <= open_until;
}

base::Result<int, base::Refusal> attended(std::string const& typed) {
    auto const count = base::number_from(typed);
    if (!count || *count < 0 || *count > 999) return base::Refusal::of("aantal", tr("Vul in hoeveel mensen er waren: een getal van 0 tot 999."));
    return *count;
}

base::Result<Material, base::Refusal> material(MaterialDraft const& draft) {
    base::Refusal refusal;
    if (!draft.slides.empty() && !people::is_https(draft.slides)) refusal.add("dias", tr("Een link begint met https:// en heeft geen spaties."));
    if (!draft.recording.empty()) {
        if (!people::is_https(draft.recording)) refusal.add("opname", tr("Een link begint met https:// en heeft geen spaties."));
        if (!draft.all_agreed) refusal.add("akkoord", tr("Een opname tonen we alleen als iedereen die te zien of te horen is, dat goed vond."));
    }
    if (!refusal.empty()) return refusal;
    return Material{draft.slides, draft.recording};
}

base::Moment registrations_until(base::Moment begins) { return begins + std::chrono::hours{24 * 28}; }

std::optional<Channel> channel(GatheringKind kind) {
    switch (kind) {
    case GatheringKind::evening: return Channel::evening;
    case GatheringKind::coffee_morning: return Channel::coffee_morning;
    case GatheringKind::other: return {};
    }
    throw base::Impossible{"a kind of gathering without a channel"};
}

base::Text name(GatheringKind kind) {
    switch (kind) {
    case GatheringKind::evening: return tr("informatieavond met workshop");
    case GatheringKind::coffee_morning: return tr("koffieochtend");
    case GatheringKind::other: return tr("andere bijeenkomst");
    }
    throw base::Impossible{"a kind of gathering without a name"};
}

base::Text name(GatheringStage stage) {
    switch (stage) {
    case GatheringStage::to_come: return tr("komt nog");
    case GatheringStage::past: return tr("geweest");
    case GatheringStage::cancelled: return tr("gaat niet door");
    }
    throw base::Impossible{"a stage of a gathering without a name"};
}

} // namespace recruitment

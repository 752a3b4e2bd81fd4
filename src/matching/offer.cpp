#include "matching/offer.h"

#include "platform/base/length.h"
#include "platform/base/number.h"

#include <algorithm>

namespace matching {
using base::tr;

base::Result<Offered, base::Refusal> offer(OfferDraft const& draft, std::vector<KnownSchool> const& schools) {
    base::Refusal refusal;
    if (draft.ways.empty()) refusal.add("manier", tr("Kies hoe je contact wilt houden."));
    help_request::Draft only_postcode;
    only_postcode.postcode = draft.postcode;
    for (auto& field : help_request::check(help_request::Question::postcode, only_postcode).fields) refusal.fields.push_back(field);
    if (!draft.gives) refusal.add("geeft", tr("Kies hoe een ouder je bereikt."));
    if (draft.languages.empty()) refusal.add("taal", tr("Vul in welke talen je spreekt."));
    if (draft.village.empty()) refusal.add("woonplaats", tr("Vul je woonplaats in."));
    for (auto const& [field, words] : {std::pair{"taal", &draft.languages}, {"woonplaats", &draft.village}})
        if (base::characters(*words) > 100) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    auto const distance = base::number_from(draft.distance);
    if (!draft.distance.empty() && (!distance || *distance < 1 || *distance > 300)) refusal.add("afstand", tr("Vul hele kilometers in, van 1 tot 300. Of laat dit leeg."));
    if (draft.region_hard && !distance) refusal.add("afstand", tr("Vul in hoever, of kruis ‘niet verder’ niet aan."));
    if (draft.times_hard && !draft.times.said()) refusal.add("tijden_vast", tr("Kies eerst wanneer je kunt, of kruis dit niet aan."));

    if (draft.paused_typed && !draft.paused_until) refusal.add("pauze", tr("Vul een dag in, of laat dit leeg."));

    Offered made{draft, base::number_from(draft.postcode), distance, std::clamp(base::number_from(draft.capacity).value_or(1), 1, 3), {}, {}};
    for (std::size_t i = 0; i < draft.children.size(); ++i) {
        auto const& child = draft.children[i];
        auto const number = std::to_string(i + 1);
        if (std::any_of(child.groups.begin(), child.groups.end(), [](int group) { return group < first_group || group > last_group; })) {
            refusal.add("groep" + number, tr("Vul groepen in van 1 tot en met 8."));
            continue;
        }
        if (child.school.empty() || child.school == elsewhere) {
            if (!child.groups.empty()) refusal.add("school" + number, tr("Kies de school bij deze groepen."));
            continue;
        }
        auto const its = std::find_if(schools.begin(), schools.end(), [&](auto const& each) { return each.id == child.school; });
        if (its == schools.end()) {
            refusal.add("school" + number, tr("Kies een school uit de lijst."));
            continue;
        }
        if (std::any_of(made.children.begin(), made.children.end(), [&](auto const& other) { return other.school == its->id; })) continue;
        (made.school += made.school.empty() ? "" : "; ") += its->name;
        std::string groups;
        for (int group : child.groups) groups += (groups.empty() ? "" : " ") + std::to_string(group);
        made.children.push_back({child.school, groups});
    }
    if (!refusal.empty()) return refusal;
    return made;
}

} // namespace matching

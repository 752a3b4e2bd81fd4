#include "training/edition.h"

#include "platform/base/length.h"
#include "visit/term.h"

namespace training {
using base::tr;

bool needs_learning_points(base::Date last_evening, base::Date today) { return base::days_between(last_evening, today) <= visit::days_kept; }
bool texts_past(base::Date evening, base::Date today) { return base::days_between(evening, today) > 365; }

void check_named(base::Refusal& refusal, std::string const& name, std::string const& place) {
    if (name.empty()) refusal.add("naam", tr("Geef de groep een naam, bijvoorbeeld Voorjaar 2027."));
    if (base::characters(name) > 100) refusal.add("naam", tr("Deze naam is te lang. Gebruik hoogstens 100 tekens."));
    if (place.empty()) refusal.add("plaats", tr("Vul in waar de avonden zijn."));
    if (base::characters(place) > 100) refusal.add("plaats", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
}

base::Result<Planned, base::Refusal> plan_edition(EditionDraft const& draft) {
    base::Refusal refusal;
    check_named(refusal, draft.name, draft.place);
    if (!draft.days[0]) refusal.add("dag1", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (!draft.days[1]) refusal.add("dag2", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (!draft.begins) refusal.add("tijd", tr("Vul een tijd in, bijvoorbeeld 19.30."));
    if (draft.days[0] && draft.days[1] && *draft.days[1] <= *draft.days[0]) refusal.add("dag2", tr("De tweede avond is na de eerste."));
    if (!refusal.empty()) return refusal;
    return Planned{draft.name, draft.place, {base::moment_of({*draft.days[0], *draft.begins}), base::moment_of({*draft.days[1], *draft.begins})}};
}

} // namespace training

#include "intake/checklist.h"

#include "platform/base/length.h"

namespace intake {
using base::tr;

base::Result<std::vector<OwnPoint>, base::Refusal> checklist(std::vector<OwnPoint> const& typed, int version) {
    base::Refusal refusal;
    std::vector<OwnPoint> points;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        auto point = typed[i];
        auto const at = std::to_string(i);
        if (point.title.empty() && point.prompt.empty()) continue;
        if (point.title.empty()) {
            if (point.name.empty()) refusal.add("titel-" + at, tr("Geef dit punt een naam, of maak ook de vraag leeg."));
            continue; // a known point whose title was emptied is taken off the list
        }
        if (point.prompt.empty()) refusal.add("vraag-" + at, tr("Schrijf op wat u wilt vragen."));
        if (base::characters(point.title) > 60) refusal.add("titel-" + at, tr("Dit is te lang. Gebruik hoogstens 60 tekens."));
        if (base::characters(point.prompt) > 300) refusal.add("vraag-" + at, tr("Dit is te lang. Gebruik hoogstens 300 tekens."));
        if (point.name.empty()) point.name = "punt-" + std::to_string(version) + "-" + at;
        points.push_back(std::move(point));
    }
    if (points.empty() && refusal.empty()) return base::Refusal::of(tr("Houd minstens één punt over."));
    if (points.size() > 20) return base::Refusal::of(tr("Een lijst heeft hoogstens twintig punten."));
    if (!refusal.empty()) return refusal;
    return points;
}

} // namespace intake

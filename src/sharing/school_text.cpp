#include "sharing/school_text.h"

#include "sharing/characters.h"

namespace sharing {
using base::tr;

std::vector<base::Text> const& first_points() {
    static std::vector<base::Text> const all{
        tr("Vraag vooraf hoe lang het gesprek duurt en wie erbij zijn."),
        tr("Kies hoogstens drie punten. Meer past zelden in één gesprek."),
        tr("U kent uw kind het langst. De leerkracht ziet uw kind in de klas. Beide tellen."),
        tr("Begin met iets wat goed gaat."),
        tr("Vertel wat u ziet en hoort, en vraag wat school ziet."),
        tr("Snapt u een woord of afkorting niet? Vraag wat het betekent."),
        tr("Wordt het veel? Vraag om een pauze, of om een tweede gesprek."),
        tr("U hoeft niet meteen ja of nee te zeggen."),
        tr("Spreek af wie wat doet, en wanneer u elkaar weer spreekt."),
        tr("Vraag om de afspraken op papier, en lees ze rustig na."),
    };
    return all;
}
std::vector<base::Text> const& first_steps() {
    static std::vector<base::Text> const all{
        tr("Aankomen: wie is wie, en hoeveel tijd is er?"),
        tr("Zeggen waarvoor u komt, in één of twee zinnen."),
        tr("Om de beurt vertellen: eerst u, dan school."),
        tr("Samen kijken wat uw kind nodig heeft."),
        tr("Afspreken wat er gebeurt, wie het doet en wanneer."),
        tr("Afsluiten: herhaal de afspraken en kies een nieuwe dag."),
        tr("Na afloop: even napraten, en opschrijven wat u wilt onthouden."),
    };
    return all;
}

base::Result<OwnTexts, base::Refusal> own_texts(OwnTexts const& typed) {
    base::Refusal refusal;
    for (auto const& [field, text] : {std::pair{"punten", &typed.points}, {"stappen", &typed.steps}}) {
        if (text->empty()) refusal.add(field, tr("Schrijf hier iets op, of ga terug naar de eerste tekst."));
        else if (characters(*text) > 4000) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 4000 tekens."));
    }
    if (!refusal.empty()) return refusal;
    return typed;
}
std::vector<std::string> lines(std::string const& text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        if (end > at) all.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

} // namespace sharing

#include "agreement/agreement.h"

#include "platform/base/length.h"

namespace agreement {
using base::tr;

std::vector<base::Text> const& first_text() {
    static std::vector<base::Text> const all{
        tr("Je bent buddy als vrijwilliger. Je krijgt er geen loon voor. Over onkosten maak je vooraf een afspraak met de coördinator."),
        tr("Je luistert, vertelt wat je zelf meemaakte en wijst de weg. Je beslist niet, geeft geen advies en spreekt niet namens de ouder."),
        tr("Wat een ouder vertelt, blijft tussen jullie. Is iemand in gevaar? Dan vertel je het aan de aandachtsfunctionaris. De ouder hoort het eerst van jou, behalve als dat gevaar geeft."),
        tr("Je schrijft niets op over de ouder of het kind. Je deelt geen foto’s en stuurt geen berichten door."),
        tr("De ouder bepaalt het tempo en de plek. Je gaat alleen mee naar school als de ouder dat vraagt."),
        tr("Twijfel je, of wordt het je te veel? Dan vraag je de coördinator om hulp."),
        tr("Stoppen mag altijd, zonder reden. Dat geldt voor jou en voor de ouder."),
    };
    return all;
}

base::Result<std::string, base::Refusal> write(std::string const& words, std::string const& standing) {
    if (words.empty()) return base::Refusal::of("tekst", tr("Schrijf de afspraken op."));
    if (base::characters(words) > 6000) return base::Refusal::of("tekst", tr("Dit is te lang. Gebruik hoogstens 6000 tekens."));
    if (words == standing) return base::Refusal::of("tekst", tr("Er is niets veranderd. Een nieuwe versie is niet nodig."));
    return words;
}

bool up_to_date(std::optional<Accepted> const& accepted, int newest) { return accepted && accepted->version >= newest; }

} // namespace agreement

#include "competence/instrument.h"

#include "platform/base/length.h"

namespace competence {
using base::tr;

std::array<StandardStatement, statement_count> const& standard_statements() {
    static std::array<StandardStatement, statement_count> const all{{
        {tr("Ik begrijp hoe wij hier met ouders willen werken, en ik sta daarachter."), tr("ik ken het nog niet goed"), tr("ik kan het uitleggen en wil zo werken")},
        {tr("Ik weet waarom het uitmaakt dat ouders meedoen."), tr("ik weet dat nog niet"), tr("ik kan er voorbeelden van geven")},
        {tr("Ik weet waar ik op let bij een gesprek over een kind dat extra hulp nodig heeft."), tr("ik weet nog niet waar ik op let"), tr("ik weet het uit mijn hoofd")},
        {tr("Ik doe dat ook, in gesprekken met ouders en met school."), tr("ik heb het nog niet gedaan"), tr("ik doe het vanzelf")},
        {tr("Ik weet hoe een overleg met meer deskundigen verloopt."), tr("ik was er nog nooit bij"), tr("ik kan een ouder vertellen hoe het gaat")},
        {tr("Ik leer van anderen en vraag hoe ik het deed."), tr("ik vraag dat nog niet"), tr("ik vraag het geregeld en doe er iets mee")},
        {tr("Ik gebruik wat ik zelf meemaakte om te laten zien wat er kan."), tr("ik vind dat nog lastig"), tr("ik vertel wat helpt, en niet meer dan dat")},
        {tr("Als iemand niet wil of boos is, kan ik daar goed mee omgaan."), tr("ik schrik daar nog van"), tr("ik blijf rustig en vraag door")},
        {tr("Ik kan op verschillende manieren vragen en luisteren, zodat school en ouder graag verder praten."), tr("ik doe het nog op één manier"), tr("ik kies wat bij het gesprek past")},
        {tr("Ik kies geen partij: ik laat zien dat ik ouder én school vertrouw."), tr("ik kies vaak nog een kant"), tr("ik houd beide in het oog")},
        {tr("Ik merk wat het met mij doet, en houd toch voor ogen wat de ander nodig heeft."), tr("mijn gevoel neemt het vaak over"), tr("ik merk het en blijf bij de ander")},
    }};
    return all;
}

base::Result<OwnInstrument, base::Refusal> instrument(OwnInstrument const& typed) {
    base::Refusal refusal;
    auto check = [&](std::string const& field, std::string const& words, std::size_t most, base::Text empty) {
        if (words.empty()) refusal.add(field, empty);
        else if (base::characters(words) > most) refusal.add(field, base::Sentence{tr("Gebruik hoogstens {most} tekens."), {{"most", std::to_string(most)}}});
    };
    for (std::size_t i = 0; i < statement_count; ++i) {
        auto const number = std::to_string(i + 1);
        check("zin-" + number, typed.statements[i].words, 200, tr("Schrijf een uitspraak op."));
        check("laag-" + number, typed.statements[i].low, 80, tr("Schrijf op wat een 1 betekent."));
        check("hoog-" + number, typed.statements[i].high, 80, tr("Schrijf op wat een 10 betekent."));
    }
    if (typed.weeks_1 < 1 || typed.weeks_1 > 52) refusal.add("week1", tr("Kies een getal van 1 tot en met 52."));
    if (typed.weeks_2 < 1 || typed.weeks_2 > 52) refusal.add("week2", tr("Kies een getal van 1 tot en met 52."));
    else if (typed.weeks_2 <= typed.weeks_1) refusal.add("week2", tr("De tweede keer komt na de eerste."));
    if (!refusal.empty()) return refusal;
    return typed;
}

} // namespace competence

#include "competence/assessment.h"

#include "platform/base/require.h"

namespace competence {
using base::tr;

std::array<base::Text, 11> const& statements() {
    static std::array<base::Text, 11> const all{
        tr("Ik begrijp hoe wij hier met ouders willen werken, en ik sta daarachter."),
        tr("Ik weet waarom het uitmaakt dat ouders meedoen."),
        tr("Ik weet waar ik op let bij een gesprek over een kind dat extra hulp nodig heeft."),
        tr("Ik doe dat ook, in gesprekken met ouders en met school."),
        tr("Ik weet hoe een overleg met meer deskundigen verloopt."),
        tr("Ik leer van anderen en vraag hoe ik het deed."),
        tr("Ik gebruik wat ik zelf meemaakte om te laten zien wat er kan."),
        tr("Als iemand niet wil of boos is, kan ik daar goed mee omgaan."),
        tr("Ik kan op verschillende manieren vragen en luisteren, zodat school en ouder graag verder praten."),
        tr("Ik kies geen partij: ik laat zien dat ik ouder én school vertrouw."),
        tr("Ik merk wat het met mij doet, en houd toch voor ogen wat de ander nodig heeft."),
    };
    return all;
}

base::Result<Answers, base::Refusal> assess(Answers const& answers) {
    base::Refusal refusal;
    auto has = [&](int number) {
        auto at = answers.scores.find(number);
        return at != answers.scores.end() && at->second >= 1 && at->second <= 10;
    };
    if (!answers.moment) refusal.add("moment", tr("Kies wanneer je dit invult."));
    for (int number = 1; number <= 11; ++number)
        if (!has(number)) refusal.add("s" + std::to_string(number), base::Sentence{tr("Kies een cijfer bij uitspraak {number}."), {{"number", std::to_string(number)}}});
    if (!answers.own_point.empty() && !has(12)) refusal.add("s12", tr("Kies ook een cijfer bij je eigen punt."));
    if (answers.own_point.empty() && has(12)) refusal.add("eigen", tr("Schrijf op waar dit cijfer bij hoort."));
    if (!refusal.empty()) return refusal;
    return answers;
}

base::Text name(Moment moment) {
    switch (moment) {
    case Moment::evening_1: return tr("na avond 1");
    case Moment::evening_2: return tr("na avond 2");
    case Moment::support_1: return tr("tijdens het begeleiden, eerste keer");
    case Moment::support_2: return tr("tijdens het begeleiden, tweede keer");
    }
    throw base::Impossible{"a moment without a name"};
}

} // namespace competence

#include "competence/assessment.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace competence {
using base::tr;

base::Result<Answers, base::Refusal> assess(Answers const& answers) {
    base::Refusal refusal;
    auto has = [&](int number) {
        auto at = answers.scores.find(number);
        return at != answers.scores.end() && at->second >= 1 && at->second <= 10;
    };
    if (!answers.moment) refusal.add("moment", tr("Kies wanneer je dit invult."));
    for (int number = 1; number < own_number; ++number)
        if (!has(number)) refusal.add("s" + std::to_string(number), base::Sentence{tr("Kies een cijfer bij uitspraak {number}."), {{"number", std::to_string(number)}}});
    if (!answers.own_point.empty() && !has(own_number)) refusal.add("s12", tr("Kies ook een cijfer bij je eigen punt."));
    if (answers.own_point.empty() && has(own_number)) refusal.add("eigen", tr("Schrijf op waar dit cijfer bij hoort."));
    if (base::characters(answers.own_point) > 150) refusal.add("eigen", base::Sentence{tr("Gebruik hoogstens {most} tekens."), {{"most", "150"}}});
    for (auto const& [field, words] : {std::pair{"doel", &answers.goal}, {"hulp", &answers.help}})
        if (base::characters(*words) > longest_words) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (answers.released && answers.goal.empty()) refusal.add("doel", tr("Schrijf op wat de trainers mogen lezen, of haal het vinkje weg."));
    if (!refusal.empty()) return refusal;
    return answers;
}

bool scores_past(base::Date left, base::Date today) {
    auto const due = left + std::chrono::years{1};
    return today >= (due.ok() ? due : due.year() / std::chrono::March / 1);
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

#include "feedback/asking.h"

#include "platform/base/require.h"

#include <algorithm>

namespace feedback {
using base::tr;

bool may_ask(Whom whom, Facts const& facts) {
    switch (whom) {
    case Whom::parent: return facts.ended;
    case Whom::school: return facts.ended && facts.school_talk && facts.parent_agrees;
    }
    throw base::Impossible{"someone nobody knows"};
}

std::array<base::Text, 3> const& questions() {
    static std::array<base::Text, 3> const all{tr("Wat deed uw buddy goed?"), tr("Wat had uw buddy anders kunnen doen?"), tr("Hielp het u om een buddy te hebben?")};
    return all;
}

base::Result<Answers, base::Refusal> give(Answers const& answers) {
    base::Refusal refusal;
    if (std::all_of(answers.texts.begin(), answers.texts.end(), [](auto const& text) { return text.empty(); })) refusal.add("a1", tr("Schrijf bij één vraag iets op."));
    for (std::size_t i = 0; i < answers.texts.size(); ++i)
        if (answers.texts[i].size() > 4000) refusal.add("a" + std::to_string(i + 1), tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    if (!refusal.empty()) return refusal;
    return answers;
}

} // namespace feedback

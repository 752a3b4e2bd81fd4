#include "feedback/asking.h"

#include "platform/base/length.h"
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
    static std::array<base::Text, 3> const all{tr("Wat deed uw buddy goed?"), tr("Wat had uw buddy anders kunnen doen?"), tr("Hoe hielp het u?")};
    return all;
}

base::Result<Answers, base::Refusal> give(Answers const& answers) {
    base::Refusal refusal;
    if (std::all_of(answers.texts.begin(), answers.texts.end(), [](auto const& text) { return text.empty(); }) && !answers.helped) refusal.add("a1", tr("Geef op één vraag antwoord."));
    for (std::size_t i = 0; i < answers.texts.size(); ++i)
        if (base::characters(answers.texts[i]) > 1000) refusal.add("a" + std::to_string(i + 1), tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    if (!refusal.empty()) return refusal;
    return answers;
}

base::Result<std::string, base::Refusal> said_by_school(std::string const& typed) {
    if (typed.empty()) return base::Refusal::of("school", tr("Schrijf eerst iets op."));
    if (base::characters(typed) > 1000) return base::Refusal::of("school", tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    return typed;
}

std::optional<int> average(std::vector<Helped> const& answers) {
    if (answers.size() < 5) return {};
    int sum = 0;
    for (auto one : answers) sum += one == Helped::much ? 3 : one == Helped::a_little ? 2
                                                                                      : 1;
    auto const count = static_cast<int>(answers.size());
    return (20 * sum + count) / (2 * count);
}

base::Text name(Helped helped) {
    switch (helped) {
    case Helped::much: return tr("ja, veel");
    case Helped::a_little: return tr("een beetje");
    case Helped::not_really: return tr("niet echt");
    }
    throw base::Impossible{"an answer without a name"};
}

} // namespace feedback

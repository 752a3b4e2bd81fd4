#include "intake/learning_point.h"

#include "platform/base/length.h"

namespace intake {
using base::tr;

base::Result<std::string, base::Refusal> learning_point(std::string const& words) {
    if (words.empty()) return base::Refusal::of("leerpunt", tr("Schrijf het leerpunt op."));
    if (base::characters(words) > 300) return base::Refusal::of("leerpunt", tr("Dit is te lang. Gebruik hoogstens 300 tekens."));
    return words;
}

base::Text standing(std::optional<Release> answer) {
    if (!answer) return tr("wacht op antwoord; de trainers zien dit niet");
    return *answer == Release::yes ? tr("de trainers mogen dit lezen") : tr("de trainers zien dit niet");
}

} // namespace intake

#include "training/preparation.h"

#include "people/link.h"
#include "platform/base/length.h"

namespace training {
using base::tr;

namespace {

constexpr std::size_t longest_words = 600, longest_link = 500;

bool can_be_read(std::string const& link) {
    if (link.size() > longest_link) return false;
    return people::is_https(link) || (link.starts_with("/materialen/") && link.find_first_of(" \"<>\\") == std::string::npos);
}

} // namespace

base::Result<Preparation, base::Refusal> prepare(Preparation const& typed, int version, int number) {
    base::Refusal refusal;
    Preparation good{typed.words, {}};
    if (base::characters(typed.words) > longest_words) refusal.add("voorbereiding", tr("Dit is te lang. Gebruik hoogstens 600 tekens."));
    for (std::size_t i = 0; i < typed.assignments.size(); ++i) {
        auto one = typed.assignments[i];
        auto const at = std::to_string(i);
        if (one.words.empty() && one.link.empty()) continue;
        if (one.words.empty()) refusal.add("opdracht-" + at, tr("Schrijf op wat mensen doen, of maak de link ook leeg."));
        if (base::characters(one.words) > longest_words) refusal.add("opdracht-" + at, tr("Dit is te lang. Gebruik hoogstens 600 tekens."));
        if (!one.link.empty() && !can_be_read(one.link)) refusal.add("link-" + at, tr("Een link begint met https:// of met /materialen/ en heeft geen spaties."));
        if (one.name.empty()) one.name = "thuis-" + std::to_string(version) + "-" + std::to_string(number) + "-" + at;
        good.assignments.push_back(std::move(one));
    }
    if (!refusal.empty()) return refusal;
    if (good.assignments.size() > most_assignments) return base::Refusal::of(tr("Geef hoogstens acht opdrachten."));
    return good;
}

base::Result<HomeAnswers, base::Refusal> hand_in(Preparation const& asked, HomeAnswers const& typed) {
    base::Refusal refusal;
    HomeAnswers good;
    for (auto const& assignment : asked.assignments) {
        auto const its = typed.find(assignment.name);
        if (!assignment.box || its == typed.end() || its->second.empty()) continue;
        if (base::characters(its->second) > longest_answer) refusal.add("a-" + assignment.name, tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
        good.insert(*its);
    }
    if (!refusal.empty()) return refusal;
    if (good.empty()) return base::Refusal::of(tr("Vul minstens één vak in. Alles invullen hoeft niet."));
    return good;
}

} // namespace training

#include "matching/settings.h"

#include "platform/base/number.h"
#include "platform/base/require.h"

#include <algorithm>
#include <sstream>

namespace matching {
using base::tr;

namespace {
template <class W>
auto& part_of(W& w, PartKind kind) {
    switch (kind) {
    case PartKind::situations: return w.situations;
    case PartKind::knowledge: return w.knowledge;
    case PartKind::distance: return w.distance;
    case PartKind::times: return w.times;
    case PartKind::school: return w.school;
    case PartKind::experience: return w.experience;
    case PartKind::languages: return w.languages;
    case PartKind::ways: return w.ways;
    case PartKind::request_waits: return w.request_waits;
    case PartKind::load: return w.load;
    case PartKind::buddy_waits: return w.buddy_waits;
    }
    throw base::Impossible{"a part without a weight"};
}
bool within(std::optional<int> number, int most) { return number && *number >= 0 && *number <= most; }
} // namespace

int& weight_of(Weights& weights, PartKind kind) { return part_of(weights, kind); }
int weight_of(Weights const& weights, PartKind kind) { return part_of(weights, kind); }

std::string join(Weights const& weights) {
    std::string text;
    for (auto const& [kind, word] : base::Words<PartKind>::entries) text += (text.empty() ? "" : " ") + std::string{word} + " " + std::to_string(weight_of(weights, kind));
    return text;
}
Weights weights_from(std::string const& text) {
    Weights weights;
    std::istringstream in{text};
    std::string word, number;
    while (in >> word >> number)
        if (auto kind = base::from_word<PartKind>(word); kind && within(base::number_from(number), most_weight)) weight_of(weights, *kind) = *base::number_from(number);
    return weights;
}

base::Result<Settings, base::Refusal> settle(std::map<PartKind, std::string> const& weights, std::string const& trial_weeks) {
    base::Refusal refusal;
    Settings settings;
    for (auto const& [kind, word] : base::Words<PartKind>::entries) {
        auto const typed = weights.find(kind);
        auto const number = typed == weights.end() ? std::nullopt : base::number_from(typed->second);
        if (!within(number, most_weight)) refusal.add("gewicht-" + std::string{word}, tr("Vul een heel getal in van 0 tot en met 100."));
        else weight_of(settings.weights, kind) = *number;
    }
    auto const weeks = base::number_from(trial_weeks.empty() ? "0" : trial_weeks);
    if (!within(weeks, longest_trial)) refusal.add("proef", tr("Vul hele weken in, van 0 tot en met 26."));
    else settings.trial_weeks = *weeks;
    if (!refusal.empty()) return refusal;
    return settings;
}

base::Result<std::pair<int, int>, base::Refusal> areas_apart(std::string const& one, std::string const& other) {
    base::Refusal refusal;
    auto const a = base::number_from(one), b = base::number_from(other);
    auto is_area = [](std::optional<int> area) { return area && *area >= 10 && *area <= 99; };
    if (!is_area(a)) refusal.add("gebied", tr("Vul de eerste twee cijfers van een postcode in, bijvoorbeeld 42."));
    if (!is_area(b)) refusal.add("ander", tr("Vul de eerste twee cijfers van een postcode in, bijvoorbeeld 42."));
    if (is_area(a) && a == b) refusal.add("ander", tr("Kies een ander gebied dan het eerste."));
    if (!refusal.empty()) return refusal;
    return std::pair{std::min(*a, *b), std::max(*a, *b)};
}

base::Text name(PartKind kind) {
    switch (kind) {
    case PartKind::situations: return tr("zelf meegemaakt");
    case PartKind::knowledge: return tr("kennis waar de ouder naar vraagt");
    case PartKind::distance: return tr("afstand");
    case PartKind::times: return tr("momenten waarop allebei kunnen");
    case PartKind::school: return tr("dezelfde school, als iedereen dat goed vindt");
    case PartKind::experience: return tr("ervaring als buddy");
    case PartKind::languages: return tr("nog een taal gemeen");
    case PartKind::ways: return tr("meer manieren van contact");
    case PartKind::request_waits: return tr("hoe lang de ouder wacht");
    case PartKind::load: return tr("nu geen andere ouder");
    case PartKind::buddy_waits: return tr("hoe lang de buddy wacht");
    }
    throw base::Impossible{"a part without a name"};
}

} // namespace matching

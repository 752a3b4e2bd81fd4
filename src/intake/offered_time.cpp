#include "intake/offered_time.h"

#include "platform/base/length.h"

#include <algorithm>

namespace intake {
using base::tr;
namespace {
std::vector<std::string> split(std::string const& typed) {
    std::vector<std::string> words;
    std::string word;
    for (char c : typed + " ") {
        if (c != ' ' && c != ',' && c != ';' && c != '\n') word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    return words;
}
bool overlap(Span const& a, Span const& b) { return a.begins < b.ends && b.begins < a.ends; }
} // namespace

base::Result<std::vector<Plan>, base::Refusal> offer(TimesDraft const& draft, std::vector<Span> const& taken, base::Moment now) {
    base::Refusal refusal;
    if (!draft.day) refusal.add("dag", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (draft.minutes < 30 || draft.minutes > 60) refusal.add("duur", tr("Een gesprek duurt 30 tot 60 minuten."));
    if (!draft.way) refusal.add("manier", tr("Kies hoe u elkaar spreekt."));
    if (draft.way == Way::in_person && draft.place.empty()) refusal.add("plaats", tr("Vul in waar u elkaar ontmoet."));
    if (base::characters(draft.place) > 100) refusal.add("plaats", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    auto const words = split(draft.times);
    if (words.empty()) refusal.add("tijden", tr("Vul een of meer tijden in, bijvoorbeeld 19.00 19.45."));
    if (words.size() > 8) refusal.add("tijden", tr("Vul hoogstens acht tijden tegelijk in."));
    if (!refusal.empty()) return refusal;
    std::vector<Plan> plans;
    auto busy = taken;
    for (auto const& word : words) {
        auto time = base::time_from(word);
        if (!time) return base::Refusal::of("tijden", base::Sentence{tr("‘{time}’ is geen tijd. Vul tijden in als 19.00 19.45."), {{"time", word.substr(0, 40)}}});
        auto const begins = base::moment_of({*draft.day, *time});
        Span const its{begins, begins + std::chrono::minutes{draft.minutes}};
        if (!may_choose(begins, now)) return base::Refusal::of("tijden", base::Sentence{tr("{time} is te vroeg om nog te kiezen. Kies een later moment."), {{"time", word}}});
        if (std::any_of(busy.begin(), busy.end(), [&](Span const& other) { return overlap(its, other); })) return base::Refusal::of("tijden", base::Sentence{tr("Om {time} is er al een gesprek of een andere tijd. Kies tijden die elkaar niet raken."), {{"time", word}}});
        busy.push_back(its);
        plans.push_back({begins, draft.minutes, *draft.way, draft.place});
    }
    std::sort(plans.begin(), plans.end(), [](Plan const& a, Plan const& b) { return a.begins < b.begins; });
    return plans;
}

bool may_choose(base::Moment begins, base::Moment now) { return begins > now + std::chrono::hours{2}; }

bool remind(base::Moment begins, base::Moment now) {
    auto const here = base::local(now);
    return begins > now && base::days_between(here.date, base::local_date(begins)) <= 1 && here.time >= std::chrono::hours{9} && here.time < std::chrono::hours{20};
}

} // namespace intake

#include "help_request/stage.h"

#include "platform/base/require.h"

#include <tuple>

namespace help_request {
using base::tr;
namespace {
int weight(Haste reason) {
    switch (reason) {
    case Haste::waits_very_long: return 4;
    case Haste::at_home: return 3;
    case Haste::waits_long: return 2;
    case Haste::tension: return 1;
    }
    throw base::Impossible{"a reason without a weight"};
}
int weight(std::vector<Haste> const& all) {
    int sum = 0;
    for (auto each : all) sum += weight(each);
    return sum;
}
} // namespace

Stage stage(Progress const& p) {
    if (p.ended) return Stage::ended;
    if (p.rests) return Stage::rests;
    if (!p.answered) return Stage::to_answer;
    if (!p.clarified) return Stage::to_clarify;
    return p.approved ? Stage::searching : Stage::text_waits;
}

std::vector<Haste> haste(std::set<Situation> const& situations, int days) {
    std::vector<Haste> all;
    if (days >= days_very_long) all.push_back(Haste::waits_very_long);
    if (situations.contains(Situation::at_home)) all.push_back(Haste::at_home);
    if (days >= days_long && days < days_very_long) all.push_back(Haste::waits_long);
    if (situations.contains(Situation::tension)) all.push_back(Haste::tension);
    return all;
}

bool goes_first(std::vector<Haste> const& one, int days_one, std::vector<Haste> const& other, int days_other) {
    return std::make_tuple(weight(one), days_one) > std::make_tuple(weight(other), days_other);
}

base::Text name(Stage stage) {
    switch (stage) {
    case Stage::to_answer: return tr("te beantwoorden");
    case Stage::to_clarify: return tr("te verhelderen");
    case Stage::text_waits: return tr("wacht op tekst");
    case Stage::searching: return tr("zoekt buddy");
    case Stage::rests: return tr("rust");
    case Stage::ended: return tr("gestopt");
    }
    throw base::Impossible{"a stage without a name"};
}

base::Text name(Haste reason) {
    switch (reason) {
    case Haste::at_home: return tr("kind zit thuis");
    case Haste::tension: return tr("loopt stroef met school");
    case Haste::waits_long: return tr("wacht meer dan vier weken");
    case Haste::waits_very_long: return tr("wacht meer dan acht weken");
    }
    throw base::Impossible{"a reason without a name"};
}

} // namespace help_request

#include "training/day.h"

#include "platform/base/require.h"
#include "training/edition.h"

#include <algorithm>

namespace training {
using base::tr;

base::Result<Poll, base::Refusal> plan_poll(PollDraft const& draft, base::Moment now) {
    base::Refusal refusal;
    check_named(refusal, draft.name, draft.place);
    if (!draft.begins) refusal.add("tijd", tr("Vul een tijd in, bijvoorbeeld 19.30."));
    Poll poll{draft.name, draft.place, {}};
    for (std::size_t i = 0; i < draft.days.size(); ++i) {
        auto const field = "dag" + std::to_string(i + 1);
        if (!draft.days[i] && draft.typed[i]) refusal.add(field, tr("Vul een dag in, of laat dit leeg."));
        if (!draft.days[i]) continue;
        auto const at = base::moment_of({*draft.days[i], draft.begins.value_or(std::chrono::minutes{})});
        if (at <= now) refusal.add(field, tr("Kies een dag die nog komt."));
        if (std::find(poll.days.begin(), poll.days.end(), at) != poll.days.end()) refusal.add(field, tr("Deze dag staat er al."));
        poll.days.push_back(at);
    }
    if (refusal.empty() && poll.days.size() < fewest_days) refusal.add("dag1", tr("Noem minstens drie dagen om uit te kiezen."));
    if (!refusal.empty()) return refusal;
    std::sort(poll.days.begin(), poll.days.end());
    return poll;
}

std::array<int, 2> best_two(std::vector<DayCount> const& counts) {
    base::require(counts.size() >= 2, "two days to choose from");
    auto order = counts;
    std::stable_sort(order.begin(), order.end(), [](auto const& a, auto const& b) { return 2 * a.yes + a.if_need_be > 2 * b.yes + b.if_need_be; });
    return {std::min(order[0].number, order[1].number), std::max(order[0].number, order[1].number)};
}

base::Text name(DayAnswer answer) {
    switch (answer) {
    case DayAnswer::yes: return tr("ja");
    case DayAnswer::if_need_be: return tr("als het moet");
    case DayAnswer::no: return tr("nee");
    }
    throw base::Impossible{"an answer without a name"};
}

} // namespace training

#pragma once
// Times that the coordinator offers for interviews (gesprekstijden): evenings too, online or somewhere; a parent picks one by link. Report L592–601.
#include "intake/interview.h"

#include <string>
#include <vector>

namespace intake {

struct OfferedTime;
using OfferedTimeId = base::Id<OfferedTime>;

/// Some times of one day, as typed.
struct TimesDraft {
    std::optional<base::Date> day;
    std::string times; ///< with spaces or commas between them: "19.00 19.45"
    int minutes = 45;
    std::optional<Way> way;
    std::string place;
};

/// When something that takes time begins and ends.
struct Span {
    base::Moment begins, ends;
    bool operator==(Span const&) const = default;
};

/// Checks times: a day, one to eight times that are still to come, 30 to 60 minutes, a way, a place when people meet, and none that overlaps another or what is `taken` already. Fields: dag, tijden, duur, manier, plaats.
base::Result<std::vector<Plan>, base::Refusal> offer(TimesDraft const& draft, std::vector<Span> const& taken, base::Moment now);

/// Whether a time may still be chosen: it begins more than two hours from now, so that both can prepare.
bool may_choose(base::Moment begins, base::Moment now);

/// Whether a reminder is due: the interview is tomorrow or still today, and it is between nine in the morning and eight in the evening.
bool remind(base::Moment begins, base::Moment now);

} // namespace intake

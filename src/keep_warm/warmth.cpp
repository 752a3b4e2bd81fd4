#include "keep_warm/warmth.h"

#include "platform/base/length.h"

#include <algorithm>

namespace keep_warm {
using base::tr;

base::Date without_step_since(Hearing const& hearing) { return std::max({hearing.since, hearing.last_step.value_or(hearing.since), hearing.last_call.value_or(hearing.since)}); }

base::Date last_heard(Hearing const& hearing) { return std::max(without_step_since(hearing), hearing.last_message.value_or(hearing.since)); }

Due due(Hearing const& hearing, base::Date today) {
    if (base::days_between(without_step_since(hearing), today) >= days_to_call) return Due::call;
    if (base::days_between(last_heard(hearing), today) < days_to_draft) return Due::nothing;
    return hearing.has_mail ? Due::write : Due::call;
}

bool goes_by_itself(Hearing const& hearing, base::Date today) { return hearing.has_mail && base::days_between(last_heard(hearing), today) >= days_to_automatic; }

base::Result<std::string, base::Refusal> message(std::string const& words) {
    if (words.empty()) return base::Refusal::of("bericht", tr("Schrijf een bericht."));
    if (base::characters(words) > 2000) return base::Refusal::of("bericht", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    return words;
}

} // namespace keep_warm

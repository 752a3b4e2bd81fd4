#include "check_in/check_in.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace check_in {
using base::tr;

namespace {
constexpr int quarter = 91;
}

int due_of_match(base::Date begun, base::Date today) {
    auto const days = base::days_between(begun, today);
    if (days < 14) return 0;
    if (days < 42) return 1;
    return 2 + (days - 42) / quarter;
}
bool due_without_match(base::Date since, base::Date today) { return base::days_between(since, today) >= quarter; }

base::Result<Said, base::Refusal> say(Draft const& draft) {
    base::Refusal refusal;
    if (base::characters(draft.well) > 1000) refusal.add("goed", tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    if (base::characters(draft.better) > 1000) refusal.add("beter", tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    if (refusal.empty() && draft.well.empty() && draft.better.empty() && !draft.fits && !draft.goes_on && !draft.call) refusal.add("goed", tr("Geef één antwoord, of sla deze keer over."));
    if (!refusal.empty()) return refusal;
    return draft;
}

bool asks_a_call(Said const& said) { return said.call || said.fits == Fits::no || (said.goes_on && *said.goes_on != GoesOn::yes); }

base::Text name(Fits fits) {
    switch (fits) {
    case Fits::yes: return tr("ja");
    case Fits::mostly: return tr("meestal");
    case Fits::no: return tr("nee");
    }
    throw base::Impossible{"an answer without a name"};
}
base::Text name(GoesOn goes_on) {
    switch (goes_on) {
    case GoesOn::yes: return tr("ja, zo verder");
    case GoesOn::differently: return tr("ja, maar anders");
    case GoesOn::stop: return tr("liever stoppen");
    }
    throw base::Impossible{"an answer without a name"};
}
base::Text name_of_number(int number, bool with_match) {
    if (with_match && number == 1) return tr("na twee weken");
    if (with_match && number == 2) return tr("na zes weken");
    return tr("elk kwartaal");
}

} // namespace check_in

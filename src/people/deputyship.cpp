#include "people/deputyship.h"

namespace people {
using base::tr;
using R = visit::Role;

namespace {
constexpr visit::RoleSet standing_in{R::trainer, R::safety_officer, R::expert};
constexpr visit::RoleSet never{R::coordinator, R::candidate, R::asking_parent, R::buddy, R::outreach, R::school_contact, R::school_leader, R::director, R::council, R::researcher, R::administrator};
} // namespace

bool may_stand_in(visit::RoleSet held) { return held.any_of(standing_in) && !held.any_of(never); }
bool may_stand_in(visit::RoleSet held, bool works_outside, visit::Independence independence) { return may_stand_in(held) && (works_outside || independence == visit::Independence::inside); }

base::Result<Period, base::Refusal> period(std::optional<base::Date> first, std::optional<base::Date> last, bool unexpected, base::Date today) {
    base::Refusal refusal;
    if (!first) refusal.add("vanaf", tr("Vul de eerste dag in, bijvoorbeeld 1 12 2026."));
    else if (*first < today) refusal.add("vanaf", tr("De eerste dag kan niet vóór vandaag liggen."));
    else if (*first == today && !unexpected) refusal.add("vanaf", tr("Ouders horen het eerst. Kies een dag vanaf morgen, of geef aan dat de coördinator onverwacht weg is."));
    if (!last) refusal.add("tot", tr("Vul de laatste dag in, bijvoorbeeld 5 12 2026."));
    else if (first && *last < *first) refusal.add("tot", tr("De laatste dag ligt vóór de eerste."));
    else if (first && base::days_between(*first, *last) >= most_deputy_days) refusal.add("tot", tr("Waarnemen kan hoogstens twaalf weken. Daarna spreekt u opnieuw iets af."));
    if (!refusal.empty()) return refusal;
    return Period{*first, *last};
}

bool overlap(Period const& one, Period const& other) { return one.first <= other.last && other.first <= one.last; }

} // namespace people

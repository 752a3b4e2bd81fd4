#include "people/appointment.h"

#include <algorithm>

namespace people {
using base::tr;

bool given_by_hand(visit::Role role) { return std::find(given_roles.begin(), given_roles.end(), role) != given_roles.end(); }

base::Result<Standing, base::Refusal> appoint(visit::Viewer const& giver, visit::Role role, Employer employer) {
    bool const outside = giver.independence == visit::Independence::outside;
    bool const administrator = giver.is(visit::Role::administrator), of_outside_desk = outside && giver.of_outside && giver.is(visit::Role::coordinator) && !giver.deputy;
    if (!given_by_hand(role) || (!administrator && !of_outside_desk)) return base::Refusal::of("rol", tr("Deze taak kunt u niet geven."));
    if (!visit::needs_confirmation(role)) return administrator ? base::Result<Standing, base::Refusal>{Standing::at_once} : base::Refusal::of("rol", tr("Deze taak geeft de beheerder."));
    if (!outside) return Standing::after_confirmation;
    if (!of_outside_desk) return base::Refusal::of("rol", tr("Deze taak geeft alleen de organisatie waar de coördinator werkt."));
    if (employer != Employer::other_organisation) return base::Refusal::of("werkt", tr("Deze taak is alleen voor wie bij de organisatie van de coördinator werkt."));
    return Standing::at_once;
}

bool may_confirm(visit::Viewer const& confirmer, visit::PersonId const& holder, std::string const& entered_by) {
    if (!confirmer.person || !confirmer.is(visit::Role::coordinator) || confirmer.deputy || *confirmer.person == holder || confirmer.person->value() == entered_by) return false;
    return confirmer.independence == visit::Independence::inside || confirmer.of_outside;
}

bool may_keep_outside_facts(visit::Viewer const& viewer) { return viewer.independence == visit::Independence::outside && viewer.of_outside && viewer.is(visit::Role::coordinator) && !viewer.deputy; }

bool may_change_independence(visit::Viewer const& viewer, visit::Independence to) {
    if (viewer.independence == to) return false;
    return to == visit::Independence::outside ? viewer.is(visit::Role::administrator) : viewer.is(visit::Role::coordinator) && viewer.of_outside && !viewer.deputy;
}

} // namespace people

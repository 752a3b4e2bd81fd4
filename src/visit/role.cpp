#include "visit/role.h"

#include "platform/base/require.h"

namespace visit {

bool needs_second_factor(Role role) {
    switch (role) {
    case Role::coordinator:
    case Role::safety_officer:
    case Role::trainer:
    case Role::researcher:
    case Role::administrator: return true;
    case Role::anyone:
    case Role::candidate:
    case Role::asking_parent:
    case Role::buddy:
    case Role::outreach:
    case Role::school_contact:
    case Role::school_leader:
    case Role::director:
    case Role::council:
    case Role::expert: return false;
    }
    return true;
}

bool is_staff(Role role) {
    switch (role) {
    case Role::coordinator:
    case Role::safety_officer:
    case Role::trainer:
    case Role::researcher:
    case Role::administrator:
    case Role::outreach:
    case Role::school_contact:
    case Role::school_leader:
    case Role::director:
    case Role::council:
    case Role::expert: return true;
    case Role::anyone:
    case Role::candidate:
    case Role::asking_parent:
    case Role::buddy: return false;
    }
    return true;
}

bool needs_confirmation(Role role) {
    switch (role) {
    case Role::coordinator:
    case Role::safety_officer:
    case Role::trainer:
    case Role::researcher: return true;
    case Role::anyone:
    case Role::candidate:
    case Role::asking_parent:
    case Role::buddy:
    case Role::outreach:
    case Role::school_contact:
    case Role::school_leader:
    case Role::director:
    case Role::council:
    case Role::expert:
    case Role::administrator: return false;
    }
    return true;
}

base::Text name(Role role) {
    using base::tr;
    switch (role) {
    case Role::anyone: return tr("iedereen");
    case Role::candidate: return tr("kandidaat");
    case Role::asking_parent: return tr("vraagouder");
    case Role::buddy: return tr("buddy");
    case Role::coordinator: return tr("coördinator");
    case Role::safety_officer: return tr("aandachtsfunctionaris");
    case Role::trainer: return tr("trainer");
    case Role::outreach: return tr("ambulant begeleider");
    case Role::school_contact: return tr("contact op school");
    case Role::school_leader: return tr("schoolleider");
    case Role::director: return tr("directeur-bestuurder");
    case Role::council: return tr("ouderraad");
    case Role::researcher: return tr("onderzoeker");
    case Role::expert: return tr("expert");
    case Role::administrator: return tr("beheerder");
    }
    throw base::Impossible{"a role without a name"};
}

} // namespace visit

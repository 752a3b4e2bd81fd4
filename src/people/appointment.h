#pragma once
// Giving someone a task (rol): who may give which, and when it counts. An administrator keeps accounts but opens no door to confidential text (R21).
#include "platform/base/result.h"
#include "visit/viewer.h"

#include <array>

namespace people {

/// The roles that are given by hand; candidates, buddies and asking parents come by their own way.
inline constexpr std::array given_roles{visit::Role::coordinator, visit::Role::safety_officer, visit::Role::trainer, visit::Role::outreach, visit::Role::school_contact, visit::Role::school_leader,
                                        visit::Role::director, visit::Role::council, visit::Role::researcher, visit::Role::expert, visit::Role::administrator};
/// Whether a role is given by hand.
bool given_by_hand(visit::Role role);

/// For whom the holder of a role works.
enum class Employer { partnership,
                      other_organisation };
/// From when a given role counts.
enum class Standing { at_once,
                      after_confirmation };

/// Gives a role, or refuses. An administrator gives every role; what reads confidential text or grants roles counts after a coordinator confirmed it.
/// Where the coordinator works outside, the administrator does not give those roles at all; a coordinator of that organisation does, to people of that organisation, at once. Field: rol.
base::Result<Standing, base::Refusal> appoint(visit::Viewer const& giver, visit::Role role, Employer employer);
/// Whether this coordinator may confirm a role: never a deputy, not for oneself, not what one entered, and where the coordinator works outside only one who works there too.
bool may_confirm(visit::Viewer const& confirmer, visit::PersonId const& holder, std::string const& entered_by);
/// Whether the viewer keeps the facts of the organisation outside: a coordinator who works there, never a deputy or the administrator.
bool may_keep_outside_facts(visit::Viewer const& viewer);
/// Whether the viewer may change where the coordinator works: an administrator may only shut the partnership out, a coordinator of outside may only let it in again.
bool may_change_independence(visit::Viewer const& viewer, visit::Independence to);

} // namespace people

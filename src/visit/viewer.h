#pragma once
// Who is asking: one human in one partnership, with the roles held there today.
#include "platform/base/id.h"
#include "visit/role.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace people {
struct Person;
struct Partnership;
} // namespace people
namespace account {
struct Account;
}

namespace visit {

using PersonId = base::Id<people::Person>;
using PartnershipId = base::Id<people::Partnership>;
using AccountId = base::Id<account::Account>;

/// Whether the coordinator works for the partnership or for an organisation outside it (R21).
enum class Independence { inside,
                          outside };

struct Viewer {
    PartnershipId partnership;
    std::optional<PersonId> person; ///< nothing for someone who is not logged in
    RoleSet roles;                  ///< always holds `anyone`
    bool second_factor = false;     ///< shown in this session
    bool of_outside = false;        ///< belongs to the outside organisation
    Independence independence = Independence::inside;
    bool elsewhere = false;            ///< belongs to another partnership too
    bool deputy = false;               ///< holds the role of coordinator only while standing in for one
    bool reader = false;               ///< holds the role of coordinator only for the parents who chose this person to read
    std::vector<PersonId> closed = {}; ///< who is not opened to this coordinator, deputy or reader: not told yet, resting, no longer part of the caseload, or read by another at the parent's wish; sorted
    bool fresh = false;                ///< showed a short while ago who it is: logged in, or proved it again
    bool logged_in() const { return person.has_value(); }
    bool is(Role role) const { return roles.has(role); }
    /// Whether someone's case stays shut for this viewer (R29).
    bool closed_to(PersonId const& whom) const { return std::binary_search(closed.begin(), closed.end(), whom); }
};

} // namespace visit

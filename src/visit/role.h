#pragma once
// Roles people have in a partnership; one human may have several. Rights come from a role and a tie to the record together.
#include "platform/base/text.h"
#include "platform/base/words.h"

#include <array>
#include <cstdint>
#include <initializer_list>

namespace visit {

enum class Role : std::uint8_t { anyone,
                                 candidate,
                                 asking_parent,
                                 buddy,
                                 coordinator,
                                 safety_officer,
                                 trainer,
                                 outreach,
                                 school_contact,
                                 school_leader,
                                 director,
                                 council,
                                 researcher,
                                 expert,
                                 administrator };

inline constexpr std::array roles{Role::anyone, Role::candidate, Role::asking_parent, Role::buddy, Role::coordinator, Role::safety_officer, Role::trainer, Role::outreach,
                                  Role::school_contact, Role::school_leader, Role::director, Role::council, Role::researcher, Role::expert, Role::administrator};

/// A handful of roles.
class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles) {
        for (auto role : roles) add(role);
    }
    constexpr void add(Role role) { bits_ |= 1U << static_cast<unsigned>(role); }
    constexpr bool has(Role role) const { return (bits_ >> static_cast<unsigned>(role)) & 1U; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr bool any_of(RoleSet other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool operator==(RoleSet const&) const = default;

private:
    std::uint32_t bits_ = 0;
};

/// Whether a role must show a second factor: it reads confidential fields of others or grants roles.
bool needs_second_factor(Role role);
/// Whether a role works for the programme (shorter sessions, dense pages).
bool is_staff(Role role);
/// Whether giving a role needs the confirmation of an existing coordinator.
bool needs_confirmation(Role role);
/// The role in Dutch.
base::Text name(Role role);

} // namespace visit

template <>
struct base::Words<visit::Role> {
    using R = visit::Role;
    static constexpr std::array entries{Word<R>{R::anyone, "public"}, Word<R>{R::candidate, "candidate"}, Word<R>{R::asking_parent, "asking_parent"}, Word<R>{R::buddy, "buddy"}, Word<R>{R::coordinator, "coordinator"},
                                        Word<R>{R::safety_officer, "safety_officer"}, Word<R>{R::trainer, "trainer"}, Word<R>{R::outreach, "outreach"}, Word<R>{R::school_contact, "school_contact"},
                                        Word<R>{R::school_leader, "school_leader"}, Word<R>{R::director, "director"}, Word<R>{R::council, "council"}, Word<R>{R::researcher, "researcher"}, Word<R>{R::expert, "expert"},
                                        Word<R>{R::administrator, "administrator"}};
};

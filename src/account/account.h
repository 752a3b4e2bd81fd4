#pragma once
// Accounts: the way in for people who come back. Rules on sessions and codes; no passwords anywhere.
#include "platform/base/clock.h"
#include "visit/role.h"

#include <string>

namespace account {

struct Limits {
    std::chrono::seconds idle, absolute;
};

/// How long a session lasts for someone with these roles; `long_stay` is chosen by people on a device of their own and is never for staff.
Limits session_limits(visit::RoleSet roles, bool long_stay);
/// Whether anyone with these roles must show a second factor.
bool second_factor_needed(visit::RoleSet roles);

inline constexpr std::chrono::minutes link_lasts{20};
inline constexpr std::chrono::minutes proof_lasts{15}; ///< how long after a login or a new proof someone may share, export or erase
inline constexpr int most_code_tries = 5;

} // namespace account

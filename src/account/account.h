#pragma once
// Accounts: the way in for people who come back. Rules on sessions and codes; no passwords anywhere.
#include "platform/base/clock.h"
#include "platform/base/random.h"
#include "visit/role.h"

#include <string>

namespace account {

struct Limits {
    std::chrono::seconds idle, absolute;
};

/// How long a session lasts for someone with these roles; `long_stay` is chosen by people on a device of their own and is never for staff.
Limits session_limits(visit::RoleSet roles, bool long_stay);
/// Whether others come to someone with these roles for a task: shorter sessions, and the own data are neither erased nor shut before the task is ended.
bool works_here(visit::RoleSet roles);
/// Whether anyone with these roles must show a second factor.
bool second_factor_needed(visit::RoleSet roles);

/// A new recovery code: 128 random bits, in groups that can be typed over.
std::string recovery_code(base::Random& random);
/// A recovery code as it was shown, however it was typed: capitals, without spaces and dashes.
std::string tidy_recovery_code(std::string const& typed);

inline constexpr std::chrono::minutes link_lasts{20};
inline constexpr std::chrono::minutes proof_lasts{15}; ///< how long after a login or a new proof someone may share, export or erase
inline constexpr int most_code_tries = 5;

} // namespace account

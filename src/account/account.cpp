#include "account/account.h"

#include <algorithm>

namespace account {

bool second_factor_needed(visit::RoleSet roles) {
    return std::any_of(visit::roles.begin(), visit::roles.end(), [&](auto role) { return roles.has(role) && visit::needs_second_factor(role); });
}

Limits session_limits(visit::RoleSet roles, bool long_stay) {
    using namespace std::chrono_literals;
    bool const staff = std::any_of(visit::roles.begin(), visit::roles.end(), [&](auto role) { return roles.has(role) && visit::is_staff(role); });
    if (staff) return {30min, 10h};
    if (long_stay) return {720h, 720h};
    return {30min, 12h};
}

} // namespace account

#include "account/account.h"

#include <algorithm>
#include <array>

namespace account {

bool second_factor_needed(visit::RoleSet roles) {
    return std::any_of(visit::roles.begin(), visit::roles.end(), [&](auto role) { return roles.has(role) && visit::needs_second_factor(role); });
}

std::string recovery_code(base::Random& random) {
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::array<unsigned char, 16> bytes{};
    random.fill(bytes);
    std::string out;
    std::size_t count = 0;
    // five bits a sign, the last one filled up with nothing
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 5) {
        unsigned value = 0;
        for (std::size_t i = bit; i < bit + 5; ++i) value = value << 1U | (i < bytes.size() * 8 ? bytes[i / 8] >> (7 - i % 8) & 1U : 0U);
        if (count > 0 && count % 4 == 0) out += '-';
        out += letters[value];
        ++count;
    }
    return out;
}

std::string tidy_recovery_code(std::string const& typed) {
    std::string out;
    for (char c : typed)
        if (c != ' ' && c != '-') out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

bool works_here(visit::RoleSet roles) {
    return std::any_of(visit::roles.begin(), visit::roles.end(), [&](auto role) { return roles.has(role) && visit::is_staff(role); });
}

Limits session_limits(visit::RoleSet roles, bool long_stay) {
    using namespace std::chrono_literals;
    if (works_here(roles)) return {30min, 10h};
    if (long_stay) return {720h, 720h};
    return {30min, 12h};
}

} // namespace account

#pragma once
// The demonstration: invented people and places, made through the same rules and stores as real ones. A database made so stays a demonstration.
#include "app/config.h"

#include <ostream>

namespace app {

/// Fills an empty installation with two partnerships, and with copies of the one of today until there are at least `people` persons; throws `Wrong` when it holds anything already.
void make_demonstration(Config const& config, std::uint64_t seed, std::ostream& out, std::int64_t people = 0);
/// As many people as 150 partnerships have.
inline constexpr std::int64_t people_of_a_country = 11750;

/// The accounts of the demonstration with what they are.
struct DemonstrationAccount {
    char const* mail;
    char const* what;
};
std::vector<DemonstrationAccount> const& demonstration_accounts();

} // namespace app

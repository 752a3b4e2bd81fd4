#pragma once
// What buddies offer together, as a school may read it (gebundeld aanbod): themes, never a person. Only of who agreed, never of a buddy of that school; below five buddies nothing but the themes (R19). Report L700–760.
#include "help_request/help_request.h"
#include "people/school.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace matching {

/// From so many buddies on more is told than the themes.
inline constexpr int told_from = 5;

/// What one buddy who agreed offers.
struct Shown {
    std::set<help_request::Situation> situations;
    std::set<help_request::Knowledge> knowledge;
    std::set<people::SchoolKind> school_kinds;
    std::set<std::string> schools; ///< of the own children, by id
};
struct Bundle {
    std::set<help_request::Situation> themes;
    std::optional<int> buddies; ///< with what follows: told from five on
    std::set<help_request::Knowledge> knowledge;
    std::set<people::SchoolKind> school_kinds;
    bool empty() const { return themes.empty(); }
};
/// The bundle that a school reads: without the buddies of that school, as if they were not there.
Bundle bundle(std::vector<Shown> const& all, std::string const& school);

/// What a situation is called where nobody's own child is meant.
base::Text theme(help_request::Situation situation);

} // namespace matching

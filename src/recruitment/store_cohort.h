#pragma once
// Hatch for rooms that count how far people came. A cohort (groep) is a set of sign-ups or requests by line (their channel); reports carries one from room to room and cannot look inside.
#include "recruitment/counts.h"

#include <map>

namespace recruitment {

struct Cohort {
    std::map<std::string, std::size_t> line_of; ///< by the id of a person (sign-ups) or of a request
    std::size_t lines = 0;
};

/// One who came: a person or a request, how, and when.
struct Came {
    std::string id;
    Channel channel;
    std::string own_name;
    base::Moment when;
};
/// The lines of those who came, in the order of the channels, own ones by name; who came twice counts once, where they came first.
Yield yield_of(std::vector<Came> const& came);

/// How many of each line are among those who reached a step; who is named twice counts once.
template <class Id>
std::vector<std::int64_t> count(Cohort const& cohort, std::vector<Id> const& reached) {
    std::vector<std::int64_t> counts(cohort.lines, 0);
    std::map<std::string, bool> seen;
    for (auto const& id : reached) {
        auto const at = cohort.line_of.find(id.value());
        if (at != cohort.line_of.end() && seen.emplace(id.value(), true).second) ++counts[at->second];
    }
    return counts;
}

} // namespace recruitment

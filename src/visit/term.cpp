#include "visit/term.h"

#include <map>

namespace visit {

std::vector<PersonId> past(std::vector<Term> const& terms, base::Date today) {
    std::map<PersonId, bool> all;
    for (auto const& term : terms) {
        auto at = all.emplace(term.person, true).first;
        at->second = at->second && term.erased_on && *term.erased_on <= today;
    }
    std::vector<PersonId> found;
    for (auto const& [person, gone] : all)
        if (gone) found.push_back(person);
    return found;
}

} // namespace visit

#include "competence/store_research.h"

#include "competence/store_assessment.h"
#include "confidentiality/store_consent.h"
#include "people/store_people.h"
#include "people/store_restriction.h"

#include <set>

namespace competence {

std::vector<visit::PersonId> research_people(db::Door& door, ResearchGrant const& granted) {
    std::set<visit::PersonId> now;
    for (auto role : {visit::Role::candidate, visit::Role::buddy})
        for (auto& person : people::with_role(door, role)) now.insert(std::move(person));
    // who put the own data under lock is no part of anything meanwhile
    for (auto const& person : people::restricted(door)) now.erase(person);
    std::vector<visit::PersonId> found;
    for (auto const& person : now)
        if (confidentiality::stands(door, person, confidentiality::Purpose::research) && door.one<std::int64_t>("select count(*) from self_assessments where partnership = :partnership and person = :person", granted.record(), person).value_or(0) > 0) found.push_back(person);
    return found;
}

std::vector<ResearchBuddy> research_copies(db::Door& door, confidentiality::Keyring& keys, base::Random& random, std::vector<visit::PersonId> const& people, ResearchGrant const&) {
    std::vector<ResearchBuddy> all;
    for (auto const& person : people) {
        ResearchBuddy buddy{base::random_text(random, 16), {}};
        for (auto const& filled : of(door, keys, person)) buddy.copies.push_back({filled.moment, filled.version, filled.answers.scores});
        all.push_back(std::move(buddy));
    }
    return all;
}

} // namespace competence

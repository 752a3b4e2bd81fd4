#pragma once
// Own data under lock (op slot): while it lasts nobody else reads or does anything about that person, and only letters that are needed to log in go out. Article 18 of the GDPR (AVG).
#include "people/store_people.h"

#include <optional>
#include <set>

namespace people {

/// Puts someone's data under lock; nothing happens when they are already.
void restrict_data(db::Write& tx, PersonId const& person, base::Moment now);
/// Takes the lock off.
void lift_restriction(db::Write& tx, PersonId const& person, base::Moment now);
/// Since when someone's data are under lock.
std::optional<base::Moment> restricted_since(db::Door& door, PersonId const& person);

struct Restriction {
    PersonId person;
    base::Moment since;
};
/// Every lock that is on, the oldest first.
std::vector<Restriction> restrictions(db::Door& door);
/// Everyone whose data are under lock.
std::set<PersonId> restricted(db::Door& door);
/// Adds to those who are closed to a viewer everyone whose data are under lock, except the viewer; sorted and once each.
void close_restricted(db::Door& door, std::vector<PersonId>& closed, PersonId const& viewer);

} // namespace people

#pragma once
// People to talk to at a school (contactpersonen): a name and addresses under a key of their own, without an account and without rights. Who is no longer a contact is erased.
#include "people/school.h"
#include "people/store_people.h"

#include <optional>
#include <vector>

namespace people {

struct ContactRow {
    SchoolContactId id;
    SchoolId school;
    PersonId person;
    Position position;
};
/// The people of a school, in the order in which they came.
std::vector<ContactRow> contacts(db::Door& door, SchoolId const& school);
/// One contact who still is one.
std::optional<ContactRow> find_contact(db::Door& door, SchoolContactId const& id);
/// Adds someone whose key exists already.
void add_contact(db::Write& tx, confidentiality::Keyring& keys, SchoolContactId const& id, SchoolId const& school, PersonId const& person, Position position, Contact const& contact, base::Moment now);
void change_position(db::Write& tx, SchoolContactId const& id, Position position);
void end_contact(db::Write& tx, SchoolContactId const& id, base::Moment now);
/// Whether someone was a contact, is none any more and has no role here: nothing keeps that person's data.
bool only_was_contact(db::Door& door, PersonId const& person);

} // namespace people

#pragma once
// The names of many at once, for lists: a few questions to the database and one to the key store, however many there are.
#include "people/store_people.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace people {

/// A name as it is kept.
struct SealedName {
    PersonId person;
    confidentiality::Sealed name;
};
/// Names opened, in their order; a dash for someone who was erased. Ask only for who may see them.
std::vector<std::string> open_names(confidentiality::Keyring& keys, std::vector<SealedName> const& names);

/// The names of these people; a dash for someone who was erased or is not known here. Ask only for who may see them.
class Names {
public:
    Names(db::Door& door, confidentiality::Keyring& keys, std::vector<PersonId> const& whose);
    std::string const& of(PersonId const& person) const;

private:
    std::unordered_map<PersonId, std::string> names_;
};

} // namespace people

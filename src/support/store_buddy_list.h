#pragma once
// The list of buddies in the database; it ends with the role, and names and numbers are opened only for who is on it.
#include "people/store_people.h"
#include "support/buddy_list.h"

#include <optional>
#include <vector>

namespace support {

struct ListedRow {
    visit::PersonId person;
    bool phone, mail;
    std::string themes;
};
void keep_listed(db::Write& tx, visit::PersonId const& person, Listed const& its, base::Moment now);
void leave_list(db::Write& tx, visit::PersonId const& person);
std::optional<ListedRow> listed_of(db::Door& door, visit::PersonId const& person);
/// Everyone on the list who is a buddy now.
std::vector<ListedRow> buddy_list(db::Door& door);
/// Takes off who is no buddy any more.
void leave_with_role(db::Write& tx);

} // namespace support

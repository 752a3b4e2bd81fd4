#pragma once
// Postcodes with coordinates in the database; open to everyone, about nobody.
#include "people/postcode.h"
#include "platform/db/database.h"

#include <optional>
#include <vector>

namespace people {

std::vector<PostcodePlace> postcodes(db::Door& door);
std::optional<PostcodePlace> find_postcode(db::Door& door, int postcode);

/// Does what a comparison found.
void import_postcodes(db::Write& tx, PostcodeChanges const& changes);

} // namespace people

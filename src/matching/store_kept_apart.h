#pragma once
// Who is kept apart, in the database; a reason is never stored.
#include "matching/kept_apart.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <vector>

namespace matching {

struct ApartRow {
    visit::PersonId one, other; ///< the smaller id first
    ApartKind kind;
};
/// Everyone who is kept apart from someone.
std::vector<ApartRow> kept_apart_from(db::Door& door, visit::PersonId const& person);
/// Keeps two people apart; said again it takes the place of what was said. Nothing for one person.
void keep_apart(db::Write& tx, visit::PersonId const& one, visit::PersonId const& other, ApartKind kind, visit::PersonId const& by, base::Moment now);
void let_together(db::Write& tx, visit::PersonId const& one, visit::PersonId const& other);

} // namespace matching

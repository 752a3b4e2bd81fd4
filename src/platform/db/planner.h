#pragma once
// What SQLite is told of the tables, so that it looks for few rows first. Told and not counted: the same plans everywhere, and nothing of a row is kept.
#include "platform/db/database.h"

namespace db {

/// Tells the query planner of every index that a partnership leaves a hundredth of all rows, still many, and every column after it few (SQLite); PostgreSQL counts by itself.
void tell_planner(Database& database);

} // namespace db

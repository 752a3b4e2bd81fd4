#pragma once
// Databases of their own on the PostgreSQL that the tests were given (TEST_POSTGRES).
#include "platform/base/clock.h"

#include <string>

namespace world {

/// Makes a database with the tables of now and gives its name.
std::string make_postgres(base::Moment now);
/// Where the program reaches it, in the role that row security holds.
std::string postgres_url(std::string const& name);
void drop_postgres(std::string const& name);

} // namespace world

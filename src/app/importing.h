#pragma once
// Reading schools and postcodes from files. The process that serves reads the file itself, by its path: a file may be longer than what goes through the socket of commands.
#include "app/acts.h"
#include "people/store_people.h"

namespace app {

/// The partnership with this short name, or the only one when none was typed.
people::Partnership partnership_of(Program& program, std::string const& slug);
/// Brings the schools of a partnership up to date with a file of DUO, in one transaction; says what is new, changed and gone, and names broken rows by line. Exit code 1 when a row is broken; with `all-or-nothing` nothing is done then.
int import_schools(Program& program, Act const& act, std::ostream& out);
/// Brings the coordinates of postcodes up to date with a file of GeoNames, in the same way.
int import_postcodes(Program& program, Act const& act, std::ostream& out);

} // namespace app

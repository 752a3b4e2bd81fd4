#pragma once
// A demonstration of any size: copies of one partnership under other names, ids and keys, made many rows at a time.
#include "app/program.h"

#include <cstdint>
#include <string>

namespace app {

/// Copies a partnership with all its rows until the demonstration has at least so many people. Every person of a copy has a name, address, number and key of their own, every sealed text is sealed anew, and the log of each copy says who looked at its people. Copy 7 is `slug-7`, and its accounts are those of the pattern with `.7` behind the first part of the address.
void make_copies(Program& program, std::string const& slug, std::int64_t people);

} // namespace app

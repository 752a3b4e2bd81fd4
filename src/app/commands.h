#pragma once
// The commands of `naast`, as functions: arguments in, words and an exit code out (0 done, 1 failed or found something, 2 wrong use).
#include <iosfwd>
#include <string>
#include <vector>

namespace app {

/// Runs one command as typed behind the program's name.
int run(std::vector<std::string> const& arguments, std::ostream& out, std::ostream& err);

} // namespace app

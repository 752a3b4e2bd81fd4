#pragma once
// The commands of `naast`, as functions: arguments and input in, words and an exit code out (0 done, 1 failed or found something, 2 wrong use).
#include <iosfwd>
#include <string>
#include <vector>

namespace app {

/// Runs one command as typed behind the program's name. What acts on an installation goes through the process that serves it when there is one, and works the same otherwise.
int run(std::vector<std::string> const& arguments, std::istream& in, std::ostream& out, std::ostream& err);

} // namespace app

#pragma once
// Acts: what a command does to an opened installation. They run the same in the command's own process and in the one that serves.
#include "app/config.h"

#include <functional>
#include <iosfwd>
#include <map>
#include <string>

namespace app {

class Program;

/// A call that cannot be meant so (exit code 2).
struct Misused : Wrong {
    using Wrong::Wrong;
};

/// One act with what was typed for it, by the name of the option; what was not typed is empty.
struct Act {
    std::string name;
    std::map<std::string, std::string> given;
    std::string const& operator[](std::string const& option) const;
};

/// Does an act and gives the exit code; never throws.
int perform(Program& program, Act const& act, std::ostream& out, std::ostream& err);
/// Does some work that gives an exit code; an error becomes one line on `err` and the exit code that belongs to it.
int guarded(std::ostream& err, std::function<int()> const& work);

} // namespace app

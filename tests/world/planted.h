#pragma once
// Faults on purpose, for bin/sanitize: what watches memory must see them.
#include <string_view>

namespace world {

/// Commits one fault: "address" reads memory that was given back, "undefined" overflows a number, "thread" lets two threads write one number at once. Gives 0, which a program that is watched does not reach, and 2 for another word.
int commit_fault(std::string_view kind);

} // namespace world

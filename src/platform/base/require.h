#pragma once
// What cannot happen: said aloud, caught at the door, never read by a visitor.
#include <source_location>
#include <stdexcept>
#include <string>

namespace base {

/// Something the code relies on did not hold.
struct Impossible : std::logic_error {
    using std::logic_error::logic_error;
};

/// Throws `Impossible` with the place when `condition` does not hold; `why` is for engineers and never holds contents.
inline void require(bool condition, char const* why, std::source_location at = std::source_location::current()) {
    if (!condition) throw Impossible{std::string{why} + " (" + at.file_name() + ":" + std::to_string(at.line()) + ")"};
}

} // namespace base

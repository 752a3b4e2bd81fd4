#pragma once
// Whole numbers as people type them.
#include <optional>
#include <string_view>

namespace base {

/// A whole number of digits only, at most nine; nothing when it is something else.
std::optional<int> number_from(std::string_view typed);

} // namespace base

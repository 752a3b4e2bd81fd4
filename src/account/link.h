#pragma once
// The address of a mailed link (link uit een mail): which partnership it is of stands before the point in its token.
#include <string_view>

namespace account {

/// The partnership of the first token in a path (ID.SECRET); empty when there is none.
std::string_view partnership_in(std::string_view path);

} // namespace account

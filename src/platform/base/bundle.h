#pragma once
// Named texts as one text and back, whatever stands in them: each as a netstring, "5:words,".
#include <map>
#include <string>
#include <string_view>

namespace base {

/// The names and texts one after the other.
std::string bundled(std::map<std::string, std::string> const& texts);
/// The same back; empty when it is not such a text.
std::map<std::string, std::string> unbundled(std::string_view bundle);

} // namespace base

#pragma once
// The machine's own log: JSON lines on standard error with ids and places, never contents. (The access log is another thing.)
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace base::log {

enum class Level { info,
                   warning,
                   error };

/// Sets where lines go and from which level on; nothing is written before.
void start(bool to_standard_error);
/// Writes one line: an event word and its fields; strings are escaped, contents of records do not belong here.
void write(Level level, std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields = {});
/// A JSON string literal with quotes.
std::string json_string(std::string_view text);

} // namespace base::log

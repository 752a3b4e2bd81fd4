#pragma once
// A strict look at the raw head of a request, before any library reads it: what is ambiguous is refused, not repaired.
#include <string_view>

namespace http {

enum class Verdict { good,
                     bad,
                     too_large };

/// Judges a head up to and including its empty line. Refused: folded or nameless lines, bare CR or LF, NUL, more than 100 fields, no Host or two,
/// two lengths or a length beside Transfer-Encoding, any Transfer-Encoding but plain "chunked" on 1.1, CONNECT, unknown methods, a target that is no absolute path.
Verdict scan_head(std::string_view head);

constexpr std::size_t most_head = 16 * 1024;
constexpr std::size_t most_headers = 100;

} // namespace http

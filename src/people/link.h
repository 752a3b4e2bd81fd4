#pragma once
// A link (link) that someone typed: to a talk online, slides or a recording.
#include <string>

namespace people {

/// Whether a text is an https address with a host that has a point in it, without spaces, quotes or a name and password before the host.
bool is_https(std::string const& typed);

} // namespace people

#include "platform/base/text.h"
#include "gen/catalogue.h"

#include <algorithm>

namespace base {

Text known_text(std::string_view words) {
    Text found;
    auto at = std::lower_bound(gen::catalogue.begin(), gen::catalogue.end(), words);
    if (at != gen::catalogue.end() && *at == words) found.msgid = *at;
    return found;
}

} // namespace base

#include "reception/visit_drafts.h"

namespace reception {
using base::tr;

http::Response kept_while_typing(Visit& v, std::string const& href) {
    // what was parked and sent again comes as a page, not from a script
    if (v.request().header("sec-fetch-mode") == "navigate") return v.see(Done{href, tr("Bewaard.")});
    return {204, {{"Cache-Control", "no-store"}}, {}, {}};
}

http::Response too_long_to_keep() { return {422, {{"Cache-Control", "no-store"}}, {}, {}}; }

} // namespace reception

#include "support/buddy_list.h"

namespace support {
using base::tr;

base::Result<Listed, base::Refusal> listed(Listed const& typed, bool has_phone, bool has_mail) {
    Listed const its{typed.phone && has_phone, typed.mail && has_mail, typed.themes};
    if (!its.phone && !its.mail) return base::Refusal::of("via", tr("Kies je nummer, je mailadres, of allebei."));
    return its;
}

} // namespace support

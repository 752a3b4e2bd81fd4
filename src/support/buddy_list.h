#pragma once
// The list of buddies (buddylijst): who wants to be reached by other buddies, by what, and on which themes. Nobody has to be on it. Report L1470–1478.
#include "platform/base/result.h"
#include "support/theme.h"

#include <set>

namespace support {

struct Listed {
    bool phone, mail;
    std::set<Theme> themes;
};
/// Checks what someone gives: at least one way that this person has. Field: via.
base::Result<Listed, base::Refusal> listed(Listed const& typed, bool has_phone, bool has_mail);

} // namespace support

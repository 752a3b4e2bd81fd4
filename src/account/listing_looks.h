#pragma once
// Who looked (wie heeft gekeken), per day and person with why, for the person concerned (R27): a part for a page, a print or a file.
#include "reception/visit.h"

#include <string>
#include <vector>

namespace account {

struct LookedDay {
    base::Date date;
    std::string who; ///< a name with a role; buddies and parents by their role only
    std::string why;
};
/// The last five hundred times that someone else read or changed what is about the viewer, gathered per day, the newest first.
std::vector<LookedDay> looked_at_me(reception::Visit& v);

} // namespace account

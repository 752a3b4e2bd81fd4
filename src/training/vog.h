#pragma once
// The VOG (verklaring omtrent het gedrag): only that it was asked, that it was seen, by whom and when, and when it is to be seen again; never the paper itself. Report L640, mission §4: every three years.
#include "platform/base/clock.h"
#include "platform/base/text.h"

#include <optional>

namespace training {

struct VogFacts {
    bool required = false;
    std::optional<base::Date> asked_on, seen_on;
};
/// What is to be done about a VOG.
enum class Vog { not_needed,
                 to_ask,
                 asked,
                 seen,
                 to_check };

/// The day on which a VOG that was seen is to be seen again: three years later, the last day of February when that day does not exist.
base::Date check_on(base::Date seen_on);
/// Where a VOG stands: asked until it was seen on that day or later, and to be checked again from six weeks before the three years are over.
Vog vog(VogFacts const& facts, base::Date today);
base::Text name(Vog vog);

} // namespace training

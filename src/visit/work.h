#pragma once
// One row of the coordinator's worklist (Vandaag): what, since when, and the one button that moves it on.
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "visit/viewer.h"

#include <optional>
#include <string>
#include <variant>

namespace visit {

/// How pressing a row is; the list stands in this order, the oldest first within one.
enum class Urgency { safety,
                     overdue,
                     today,
                     soon,
                     waiting };

struct Work {
    std::string kind; ///< a stable word, such as "sign_up.waiting"
    Urgency urgency;
    base::Sentence what;
    std::variant<std::string, PersonId> about; ///< whom it is about (the name is opened when the row is shown), a name of something else, or empty
    base::Moment since;
    std::string href;
    base::Text button;
    std::optional<PersonId> of_parent = {}; ///< the parent of whom the row tells too, when it is about the buddy
};

} // namespace visit

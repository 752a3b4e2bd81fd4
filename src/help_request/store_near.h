#pragma once
// Whether a buddy of the own school or village may come (dichtbij): asked of the parent when such a buddy would fit, and the answer. R11.
#include "help_request/help_request.h"
#include "platform/db/database.h"

#include <optional>

namespace help_request {

struct Near {
    OwnSchool own_school, own_village;
    std::optional<base::Moment> asked_at; ///< and not answered since
};
std::optional<Near> near_of(db::Door& door, HelpRequestId const& id);
/// Notes that the parent is asked; nothing for a request that ended.
void ask_near(db::Write& tx, HelpRequestId const& id, base::Moment now);
/// Keeps the answer, of the parent or as told to the coordinator; the question is answered then.
void say_near(db::Write& tx, HelpRequestId const& id, OwnSchool own_school, OwnSchool own_village);

} // namespace help_request

#pragma once
// Who waits and what they heard, put together from what each room tells.
#include "keep_warm/warmth.h"
#include "platform/db/database.h"
#include "visit/waiting.h"

#include <map>
#include <vector>

namespace keep_warm {

struct Waiting {
    visit::Role as;
    Hearing hearing;
    std::vector<visit::Step> steps; ///< oldest first, until today
};
/// Everyone who waits: candidates who go on, buddies without a match whose offer does not rest, and parents with an open request and no match.
std::map<visit::PersonId, Waiting> all_waiting(db::Door& door, base::Moment now);

} // namespace keep_warm

#include "matching/store_plan.h"

#include "matching/store_matching.h"

#include <algorithm>

namespace matching {

World waiting_list(db::Door& door, bool vog_required, base::Date today) {
    World world;
    for (auto const& request : help_request::ready(door, today)) {
        if (open_proposal_for(door, request.id)) continue;
        auto candidates = candidates_for(door, request, vog_required);
        for (std::size_t buddy = 0; buddy < candidates.size(); ++buddy)
            if (candidates[buddy].between != Between{}) world.between.emplace(std::pair{world.requests.size(), buddy}, std::exchange(candidates[buddy].between, {}));
        world.requests.push_back(wanted_of(request));
        world.requests.back().waits = std::max(0, base::days_between(base::local_date(request.asked_at), today));
        // the same buddies in the same order for every request
        if (world.buddies.empty()) world.buddies = std::move(candidates);
    }
    return world;
}

} // namespace matching

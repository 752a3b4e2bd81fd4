#include "trajectory/store_resting.h"

namespace trajectory {

std::set<base::Id<matching::Match>> resting(db::Door& door) {
    auto const all = door.column<base::Id<matching::Match>>("select match from courses where partnership = :partnership and rests_since is not null", door.scope().partnership);
    return {all.begin(), all.end()};
}

} // namespace trajectory

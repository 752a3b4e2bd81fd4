#include "matching/pair.h"

namespace matching {
using base::tr;

Few<Limit> limits_of_pair(std::vector<Limit> const& limits) {
    static constexpr Few<Limit> its{Limit::not_ready, Limit::full, Limit::same_person, Limit::school, Limit::earlier_exit, Limit::close, Limit::both_roles, Limit::own_class, Limit::never_together};
    Few<Limit> all;
    for (auto each : limits) all.insert(each);
    return all & its;
}

std::vector<Lack> lacks(std::vector<Half> const& halves, bool parent_has_match, Few<Limit> limits) {
    std::vector<Lack> all;
    bool told = false;
    for (auto const& half : halves) {
        if (!half.agrees) all.push_back({half.person, tr("zei nog geen ja")});
        if (half.parent) {
            if (parent_has_match) all.push_back({half.person, tr("heeft al een buddy")});
            continue;
        }
        if (!half.is_buddy) all.push_back({half.person, tr("is nog geen buddy")});
        for (auto const& step : half.steps_missing) all.push_back({half.person, step});
        if (!half.has_offer) all.push_back({half.person, tr("vulde nog niet in wat die aanbiedt")});
        told = told || !half.is_buddy || !half.steps_missing.empty() || !half.has_offer;
    }
    for (auto limit : limits.list())
        if (limit != Limit::not_ready || !told) all.push_back({{}, name(limit)});
    return all;
}

} // namespace matching

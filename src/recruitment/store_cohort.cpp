#include "recruitment/store_cohort.h"

#include <algorithm>

namespace recruitment {

Yield yield_of(std::vector<Came> const& came) {
    using Key = std::pair<Channel, std::string>;
    std::map<Key, std::vector<std::string>> by_channel;
    std::map<std::string, bool> seen;
    Yield made;
    for (auto const& each : came) {
        if (!seen.emplace(each.id, true).second) continue;
        by_channel[{each.channel, each.own_name}].push_back(each.id);
        made.days.push_back(base::local_date(each.when));
    }
    std::sort(made.days.begin(), made.days.end());
    auto who = std::make_shared<Cohort>();
    for (auto const& [key, ids] : by_channel) {
        for (auto const& id : ids) who->line_of.emplace(id, made.lines.size());
        made.lines.push_back({key.first, key.second, static_cast<std::int64_t>(ids.size())});
    }
    who->lines = made.lines.size();
    made.who = std::move(who);
    return made;
}

} // namespace recruitment

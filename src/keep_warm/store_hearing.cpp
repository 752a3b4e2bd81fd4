#include "keep_warm/store_hearing.h"

#include "help_request/store_waiting.h"
#include "intake/store_waiting.h"
#include "matching/store_waiting.h"
#include "people/store_restriction.h"
#include "people/store_waiting.h"
#include "recruitment/store_waiting.h"
#include "training/store_waiting.h"

#include <algorithm>

namespace keep_warm {
namespace {
struct Sent {
    visit::PersonId person;
    std::int64_t called;
    base::Moment at;
};
} // namespace

std::map<visit::PersonId, Waiting> all_waiting(db::Door& door, base::Moment now) {
    auto const today = base::local_date(now);
    std::map<visit::PersonId, Waiting> all;
    auto add = [&](visit::Waits const& each) { all.emplace(each.person, Waiting{each.as, {each.since, {}, {}, {}, true}, {}}); };
    auto take = [&](std::vector<visit::Waits> const& more) { std::for_each(more.begin(), more.end(), add); };
    std::vector<visit::Step> sign_ups;
    for (auto& each : recruitment::signed_up(door)) {
        add(each.waits);
        sign_ups.push_back(std::move(each.step));
    }
    for (auto const& person : intake::not_going_on(door)) all.erase(person);
    take(help_request::waiting(door));
    take(matching::waiting(door, today));
    for (auto const& person : matching::matched(door)) all.erase(person);
    for (auto const& person : people::restricted(door)) all.erase(person);
    for (auto const& person : people::without_mail(door))
        if (auto at = all.find(person); at != all.end()) at->second.hearing.has_mail = false;
    for (auto const& steps : {std::move(sign_ups), intake::steps(door, now), training::steps(door), help_request::steps(door), matching::steps(door)})
        for (auto const& step : steps) {
            auto at = all.find(step.person);
            if (at == all.end() || step.on > today) continue;
            at->second.steps.push_back(step);
            auto& last = at->second.hearing.last_step;
            last = std::max(last.value_or(step.on), step.on);
        }
    for (auto& [person, waiting] : all) std::stable_sort(waiting.steps.begin(), waiting.steps.end(), [](auto const& a, auto const& b) { return a.on < b.on; });
    for (auto const& sent : door.list<Sent>("select person, case when kind = 'called' then 1 else 0 end as called, max(sent_at) from messages where partnership = :partnership group by person, case when kind = 'called' then 1 else 0 end", door.scope().partnership)) {
        auto at = all.find(sent.person);
        if (at == all.end()) continue;
        (sent.called ? at->second.hearing.last_call : at->second.hearing.last_message) = base::local_date(sent.at);
    }
    return all;
}

} // namespace keep_warm

#include "feedback/store_counts.h"

#include "feedback/asking.h"

namespace feedback {

std::optional<Average> helped(db::Door& door, visit::Granted<visit::Action::see_counts, people::Partnership> const& granted, base::Moment from, base::Moment until) {
    std::vector<Helped> all;
    for (auto const& word : door.column<std::string>("select helped from feedbacks where partnership = :partnership and counted = 1 and helped <> '' and given_at >= :from and given_at < :until order by given_at, id", granted.record(), from, until))
        if (auto const one = base::from_word<Helped>(word)) all.push_back(*one);
    // in steps of five: a number that moves with each answer would tell that answer
    all.resize(all.size() / 5 * 5);
    auto const tenths = average(all);
    return tenths ? std::optional{Average{static_cast<int>(all.size()), *tenths}} : std::nullopt;
}

} // namespace feedback

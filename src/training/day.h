#pragma once
// Choosing the days of a group together (dagen prikken): days are put before those who are invited, each says which would do. Report L330–345, L1161–1200.
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace training {

inline constexpr std::size_t fewest_days = 3, most_days = 6;

/// What someone says of a day.
enum class DayAnswer { yes,
                       if_need_be,
                       no };

struct PollDraft {
    std::string name, place;
    std::array<std::optional<base::Date>, most_days> days;
    std::optional<std::chrono::minutes> begins;
    std::array<bool, most_days> typed = {}; ///< something stands in the fields of that day
};
/// A group without days, and the moments to choose from, in order.
struct Poll {
    std::string name, place;
    std::vector<base::Moment> days;
};
/// Checks a poll: a name, a place, a time, three to six different days that are still to come. Fields: naam, plaats, tijd, dag1 … dag6.
base::Result<Poll, base::Refusal> plan_poll(PollDraft const& draft, base::Moment now);

/// What was said of one day.
struct DayCount {
    int number;
    int yes = 0, if_need_be = 0, no = 0;
};
/// The numbers of the two days that suit most people (a yes counts double), in the order of the days; the earlier where it is a tie. There must be two.
std::array<int, 2> best_two(std::vector<DayCount> const& counts);

base::Text name(DayAnswer answer);

} // namespace training

template <>
struct base::Words<training::DayAnswer> {
    using D = training::DayAnswer;
    static constexpr std::array entries{Word<D>{D::yes, "yes"}, Word<D>{D::if_need_be, "if_need_be"}, Word<D>{D::no, "no"}};
};

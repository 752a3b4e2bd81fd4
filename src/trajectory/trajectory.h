#pragma once
// The course of a match (traject): when a first contact is due, when it is quiet, and why it can end. Report L1402–1499, 1103.
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>

namespace trajectory {

/// Why a match ended; the first is the choice when nobody asked.
enum class EndReason { stopped_not_asked,
                       goal_reached,
                       no_time,
                       no_click,
                       moved,
                       other_help };

/// How a match is going, from its dates alone.
enum class Pace { first_contact_awaited,
                  first_contact_overdue,
                  going,
                  quiet,
                  very_quiet };

/// The pace of a live match: a first contact is due after 48 hours; weekly for six weeks, then every three weeks; quiet after one and a half times that, very quiet after three times and at least 21 days.
Pace pace(base::Moment begun, std::optional<base::Date> last_contact, base::Moment now);

base::Text name(EndReason reason);

} // namespace trajectory

template <>
struct base::Words<trajectory::EndReason> {
    using R = trajectory::EndReason;
    static constexpr std::array entries{Word<R>{R::stopped_not_asked, "stopped_not_asked"}, Word<R>{R::goal_reached, "goal_reached"}, Word<R>{R::no_time, "no_time"}, Word<R>{R::no_click, "no_click"}, Word<R>{R::moved, "moved"}, Word<R>{R::other_help, "other_help"}};
};

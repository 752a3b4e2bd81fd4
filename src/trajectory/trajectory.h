#pragma once
// The course of a match (traject): when a first contact is due, when it is quiet, and why it can end. Report L1402–1499, 1103.
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "trajectory/rhythm.h"

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
                  very_quiet,
                  resting };

/// The pace of a live match: a first contact is due after 48 hours, or after a week when the parent begins; then quiet after one and a half times its rhythm, very quiet after three times and at least 21 days. Nothing is due while it rests; after a rest silence counts from the day it woke.
Pace pace(base::Moment begun, std::optional<base::Date> last_contact, Course const& course, base::Moment now);

base::Text name(EndReason reason);

} // namespace trajectory

template <>
struct base::Words<trajectory::EndReason> {
    using R = trajectory::EndReason;
    static constexpr std::array entries{Word<R>{R::stopped_not_asked, "stopped_not_asked"}, Word<R>{R::goal_reached, "goal_reached"}, Word<R>{R::no_time, "no_time"}, Word<R>{R::no_click, "no_click"}, Word<R>{R::moved, "moved"}, Word<R>{R::other_help, "other_help"}};
};

#pragma once
// The trial (proefperiode) of a match: until a day both can see how it goes; then each is asked whether to go on. Stopping is possible at any time, in the same way as ever. Mission 3b.
#include "platform/base/clock.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <vector>

namespace trajectory {

enum class TrialAnswer { goes_on,
                         talk };

/// What the end of a trial asks of the coordinator.
enum class TrialStep { nothing,
                       awaited, ///< someone has not said anything
                       talk };  ///< someone wants to talk

/// Whether the end of a trial has come.
bool trial_is_over(std::optional<base::Date> until, base::Date today);
/// The step of a trial, from what each of the match has said so far.
TrialStep trial_step(std::optional<base::Date> until, std::vector<std::optional<TrialAnswer>> const& said, base::Date today);

} // namespace trajectory

template <>
struct base::Words<trajectory::TrialAnswer> {
    using T = trajectory::TrialAnswer;
    static constexpr std::array entries{Word<T>{T::goes_on, "verder"}, Word<T>{T::talk, "praten"}};
};

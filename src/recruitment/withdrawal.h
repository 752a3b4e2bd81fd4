#pragma once
// Withdrawing (terugtrekken): a candidate's own act at any moment, apart from the five outcomes; a reason is asked and not needed. And how long a sign-up is kept. Report L2211, 2422.
#include "platform/base/clock.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#include <array>
#include <optional>

namespace recruitment {

/// Why someone withdraws, in the words of a short list; never more than that.
enum class WithdrawReason { no_time,
                            private_circumstances,
                            not_for_me,
                            other };
base::Text name(WithdrawReason reason);

/// The day on which a sign-up is erased: eight weeks after it ended, or after it came in when it was never confirmed nor taken up; nothing while it goes on.
std::optional<base::Date> erased_on(base::Date signed_up, bool confirmed_or_taken_up, std::optional<base::Date> ended);

} // namespace recruitment

template <>
struct base::Words<recruitment::WithdrawReason> {
    using R = recruitment::WithdrawReason;
    static constexpr std::array entries{Word<R>{R::no_time, "no_time"}, Word<R>{R::private_circumstances, "private_circumstances"}, Word<R>{R::not_for_me, "not_for_me"}, Word<R>{R::other, "other"}};
};

#pragma once
// Keeping in touch with who waits (contact houden): something at least every four weeks, a call after eight weeks without a step. Report L702, R15.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>

namespace keep_warm {

struct Message;
using MessageId = base::Id<Message>;

/// How someone heard from us: a message that was written, one that went by itself, or a call.
enum class Kind { written,
                  automatic,
                  called };

/// What someone who waits has heard until now.
struct Hearing {
    base::Date since;                                  ///< the day on which the waiting began
    std::optional<base::Date> last_step;               ///< the last step in the programme
    std::optional<base::Date> last_message, last_call; ///< what was sent, and when there was a call
    bool has_mail = true;
};

/// What the coordinator is asked to do.
enum class Due { nothing,
                 write,
                 call };

inline constexpr int days_to_draft = 21;     ///< a draft lies ready a week before the four weeks are over
inline constexpr int days_to_hear = 28;      ///< at least every four weeks
inline constexpr int days_to_automatic = 35; ///< a week overdue: a message goes by itself
inline constexpr int days_to_call = 56;      ///< eight weeks without a step or a call

/// The last day on which someone heard something, the beginning of the waiting included.
base::Date last_heard(Hearing const& hearing);
/// The day from which the eight weeks count: messages do not shorten them, steps and calls do.
base::Date without_step_since(Hearing const& hearing);
/// A call after eight weeks without a step; else a message from three weeks after the last word, which is a call for who has no mail.
Due due(Hearing const& hearing, base::Date today);
/// Whether a message goes by itself: five weeks without a word, for who has mail.
bool goes_by_itself(Hearing const& hearing, base::Date today);

/// Checks a message: something, of at most 2000 characters. Field: bericht.
base::Result<std::string, base::Refusal> message(std::string const& words);

} // namespace keep_warm

template <>
struct base::Words<keep_warm::Kind> {
    using K = keep_warm::Kind;
    static constexpr std::array entries{Word<K>{K::written, "written"}, Word<K>{K::automatic, "automatic"}, Word<K>{K::called, "called"}};
};

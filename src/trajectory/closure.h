#pragma once
// The closure (afsluiting) of a match: who tells the other, a closing talk with each, one question after three months, and going on all the same within four weeks. Mission closure, R14, R22; report L1502–1594.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "trajectory/trajectory.h"

#include <array>
#include <optional>
#include <string>

namespace trajectory {

struct Closure;
using ClosureId = base::Id<Closure>;

/// Who tells the other side.
enum class Teller { coordinator,
                    oneself };
/// What became of a closing talk (afsluitend gesprek).
enum class Talk { open,
                  held,
                  not_wanted };
/// The answer to the one question after three months.
enum class Later { better,
                   same,
                   worse,
                   call };
/// Why two go on all the same.
enum class Reopening { by_mistake,
                       changed_mind,
                       new_question };

constexpr int reopen_days = 28, later_days = 91;
/// The version of the words with which someone allows the one question.
constexpr int later_text_version = 1;

struct ClosureDraft {
    std::optional<EndReason> reason;
    std::optional<Teller> teller;
    bool asks_later = false;
};
struct Closing {
    EndReason reason;
    Teller teller;
    bool asks_later;
};
/// Checks a closure: a reason from the list and who tells the other. Fields: reden, vertelt.
base::Result<Closing, base::Refusal> closing(ClosureDraft const& draft);

/// Whether two may go on all the same: within four weeks after the closure, and not when it was undone already.
bool may_reopen(base::Moment closed, bool reopened, base::Date today);
/// Whether the one question is due: it was allowed, three months have passed and it was not asked before.
bool asks_now(bool allowed, base::Moment closed, bool asked, base::Date today);
/// The day until which contacts and answers of a match stay: a year after its end.
base::Date kept_until(base::Moment ended);

base::Text name(Talk talk);
base::Text name(Later answer);
base::Text name(Reopening reason);

} // namespace trajectory

template <>
struct base::Words<trajectory::Teller> {
    using T = trajectory::Teller;
    static constexpr std::array entries{Word<T>{T::coordinator, "coordinator"}, Word<T>{T::oneself, "zelf"}};
};
template <>
struct base::Words<trajectory::Talk> {
    using T = trajectory::Talk;
    static constexpr std::array entries{Word<T>{T::open, "open"}, Word<T>{T::held, "gehouden"}, Word<T>{T::not_wanted, "niet"}};
};
template <>
struct base::Words<trajectory::Later> {
    using L = trajectory::Later;
    static constexpr std::array entries{Word<L>{L::better, "beter"}, Word<L>{L::same, "hetzelfde"}, Word<L>{L::worse, "minder"}, Word<L>{L::call, "bellen"}};
};
template <>
struct base::Words<trajectory::Reopening> {
    using R = trajectory::Reopening;
    static constexpr std::array entries{Word<R>{R::by_mistake, "vergissing"}, Word<R>{R::changed_mind, "toch"}, Word<R>{R::new_question, "nieuw"}};
};

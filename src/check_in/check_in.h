#pragma once
// One check-in (hoe gaat het): when it is due, and what is asked. Mission 3b and §4; report L1402–1499.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>

namespace check_in {

struct CheckIn;
using CheckInId = base::Id<CheckIn>;

/// The number of the last check-in of a match that is due on a day: 0 before two weeks, 1 from two weeks, 2 from six weeks, then one more each quarter of 91 days.
int due_of_match(base::Date begun, base::Date today);
/// Whether one is due for a buddy who stands beside nobody, a quarter after the wait began or after the last one.
bool due_without_match(base::Date since, base::Date today);

/// Whether the two fit.
enum class Fits { yes,
                  mostly,
                  no };
/// Whether someone goes on.
enum class GoesOn { yes,
                    differently,
                    stop };

struct Draft {
    std::string well, better;
    std::optional<Fits> fits;
    std::optional<GoesOn> goes_on;
    bool call = false;
};
using Said = Draft;

/// Checks what someone says: at least one answer, texts of at most 1000 characters. Fields: goed, beter.
base::Result<Said, base::Refusal> say(Draft const& draft);
/// Whether the coordinator should call after this: a call was asked for, they do not fit, or someone wants to stop or go on differently.
bool asks_a_call(Said const& said);

base::Text name(Fits fits);
base::Text name(GoesOn goes_on);
/// Which check-in it is, in words: after two weeks, after six weeks, each quarter.
base::Text name_of_number(int number, bool with_match);

} // namespace check_in

template <>
struct base::Words<check_in::Fits> {
    using F = check_in::Fits;
    static constexpr std::array entries{Word<F>{F::yes, "ja"}, Word<F>{F::mostly, "meestal"}, Word<F>{F::no, "nee"}};
};
template <>
struct base::Words<check_in::GoesOn> {
    using G = check_in::GoesOn;
    static constexpr std::array entries{Word<G>{G::yes, "ja"}, Word<G>{G::differently, "anders"}, Word<G>{G::stop, "stop"}};
};

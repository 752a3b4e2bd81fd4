#pragma once
// A worry about safety (zorg om veiligheid): told to the safety officer only. Rules on what is told and on when it waits too long.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>

namespace worry {

struct Worry;
using WorryId = base::Id<Worry>;
struct Step;
using StepId = base::Id<Step>;

/// Whether the parent it is about knows: told first, unless telling gives danger.
enum class ParentKnows { yes,
                         telling_is_dangerous,
                         unsure,
                         about_myself };

struct Draft {
    std::string words;
    std::string reach; ///< how the officer reaches the teller
    std::optional<ParentKnows> parent_knows;
};
struct Told {
    std::string words, reach;
    ParentKnows parent_knows;
};
/// Checks a worry: words of at most 4000 characters, a way to be reached of at most 200, and whether the parent knows. Fields: woorden, bereik, weet.
base::Result<Told, base::Refusal> tell(Draft const& draft);
/// The steps of the reporting code (meldcode), in its order; what is none of them is another.
enum class Code { signals,
                  consult,
                  talk,
                  weigh,
                  decide,
                  other };
struct StepDraft {
    std::string words;
    std::optional<base::Date> on; ///< nothing: today
    std::optional<Code> code;     ///< nothing: another
    bool on_typed = false;        ///< something stands in the fields of the day
};
struct StepTaken {
    std::string words;
    base::Date on;
    Code code;
};
/// Checks what the officer writes down of a step: something is said, at most 2000 characters, and its day has come. Fields: stap, wanneer.
base::Result<StepTaken, base::Refusal> step(StepDraft const& draft, base::Date today);
/// Whether a worry that nobody took up waits too long: one working day has passed since the day it was told.
bool waits_too_long(base::Moment told_at, base::Moment now);

base::Text name(ParentKnows knows);
base::Text name(Code code);

} // namespace worry

template <>
struct base::Words<worry::ParentKnows> {
    using K = worry::ParentKnows;
    static constexpr std::array entries{Word<K>{K::yes, "ja"}, Word<K>{K::telling_is_dangerous, "gevaar"}, Word<K>{K::unsure, "overleg"}, Word<K>{K::about_myself, "zelf"}};
};
template <>
struct base::Words<worry::Code> {
    using C = worry::Code;
    static constexpr std::array entries{Word<C>{C::signals, "signalen"}, Word<C>{C::consult, "overleg"}, Word<C>{C::talk, "gesprek"}, Word<C>{C::weigh, "wegen"}, Word<C>{C::decide, "beslissen"}, Word<C>{C::other, "anders"}};
};

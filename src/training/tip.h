#pragma once
// Tips and tops (tips en tops) after an evening: without a name, read by the trainers from three answers on, in no order. Report L365–410.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <string>

namespace training {

struct TipRecord;
using TipId = base::Id<TipRecord>;
struct ImprovementRecord;
using ImprovementId = base::Id<ImprovementRecord>;

/// From so many answers on trainers read what was given.
inline constexpr std::size_t tips_shown_from = 3;

/// What went well and what could be better.
struct Tip {
    std::string top, tip;
};
/// Checks what was given: at least one of the two, each at most 500 characters. Fields: top, tip.
base::Result<Tip, base::Refusal> give(Tip const& typed);

/// What trainers change, and which part of the programme it is about: its name and title, both empty for the whole evening.
struct Improvement {
    std::string part, about, words;
};
/// Checks a change: words of at most 500 characters. Field: woorden.
base::Result<Improvement, base::Refusal> improve(Improvement const& typed);

} // namespace training

#pragma once
// Proposing a buddy beyond a limit that may be overruled (toch voorstellen), with a reason from a list: what a coordinator writes about a parent the parent must be able to read, so there are no free words. R12; report L1357.
#include "matching/fit.h"
#include "platform/base/result.h"

#include <array>
#include <optional>

namespace matching {

enum class Overruled { nobody_else,
                       other_experience,
                       parent_asks,
                       helped_along };

/// Whether everything that forbids a pair may be overruled; not when nothing forbids it.
bool may_overrule(Few<Limit> limits);
/// Whether a buddy may be proposed: nothing forbids it, or a reason is given for what may be overruled. Field: reden.
base::Result<std::optional<Overruled>, base::Refusal> may_propose(Few<Limit> limits, std::optional<Overruled> reason);

base::Text name(Overruled reason);

} // namespace matching

template <>
struct base::Words<matching::Overruled> {
    using O = matching::Overruled;
    static constexpr std::array entries{Word<O>{O::nobody_else, "nobody_else"}, Word<O>{O::other_experience, "other_experience"}, Word<O>{O::parent_asks, "parent_asks"}, Word<O>{O::helped_along, "helped_along"}};
};

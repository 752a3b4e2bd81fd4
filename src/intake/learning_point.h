#pragma once
// A learning point (leerpunt): what a candidate wants to work on in the training, written down after the talk. It reaches the trainers only with the candidate's yes, per item, and no longer after a no (R8). Report L465.
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>

namespace intake {

struct LearningPoint;
using LearningPointId = base::Id<LearningPoint>;

/// What the candidate says of one learning point; the last word counts.
enum class Release { yes,
                     no };

/// Checks a learning point: something, of at most 300 characters. Field: leerpunt.
base::Result<std::string, base::Refusal> learning_point(std::string const& words);
/// Where a learning point stands, for coordinator and candidate.
base::Text standing(std::optional<Release> answer);

} // namespace intake

template <>
struct base::Words<intake::Release> {
    using R = intake::Release;
    static constexpr std::array entries{Word<R>{R::yes, "yes"}, Word<R>{R::no, "no"}};
};

#pragma once
// What a first talk (eerste gesprek) is like: a leaflet for the parent and a guide for the buddy, as lines to read or to print. Report L1402–1425, 1030–1046.
#include "platform/base/text.h"

#include <vector>

namespace trajectory {

enum class TalkPart { title,
                      heading,
                      paragraph,
                      bullet };
struct TalkLine {
    TalkPart part;
    base::Text words;
};

/// For the parent: what to expect, and that the parent chooses.
std::vector<TalkLine> leaflet();
/// For the buddy: listening, the own experience and no advice, up to two hours, what to agree, and what to do with a worry.
std::vector<TalkLine> guide();

} // namespace trajectory

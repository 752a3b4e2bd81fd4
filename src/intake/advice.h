#pragma once
// Hatch: the advice (intakeadvies) after an interview, and whether someone may go on to the training; nothing of the talk itself (R8). Report L1984–2010.
#include "platform/base/text.h"
#include "platform/base/words.h"

#include <array>

namespace intake {

/// The five outcomes, decided together with the parent.
enum class Advice { may_go_on,
                    may_go_on_with_doubt,
                    not_yet,
                    advised_against,
                    practical };

/// Whether this outcome leads to the training.
bool goes_on(Advice advice);
base::Text name(Advice advice);

} // namespace intake

template <>
struct base::Words<intake::Advice> {
    using A = intake::Advice;
    static constexpr std::array entries{Word<A>{A::may_go_on, "may_go_on"}, Word<A>{A::may_go_on_with_doubt, "may_go_on_with_doubt"}, Word<A>{A::not_yet, "not_yet"}, Word<A>{A::advised_against, "advised_against"}, Word<A>{A::practical, "practical"}};
};

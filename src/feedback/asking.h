#pragma once
// Who may be asked for feedback (terugblik), and what is asked: the role only, never the content (R5–R7). Report L1033–1046.
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <array>
#include <string>

namespace feedback {

struct Feedback;
using FeedbackId = base::Id<Feedback>;

enum class Whom { parent,
                  school };
/// What decides whether someone may be asked.
struct Facts {
    bool ended = false;         ///< the match has ended
    bool school_talk = false;   ///< the buddy was at a talk at school
    bool parent_agrees = false; ///< the parent said yes to asking the school
};
/// Parents after the end; a school only after the end, when the buddy was there, and with the parent's yes.
bool may_ask(Whom whom, Facts const& facts);

/// The three questions.
std::array<base::Text, 3> const& questions();
struct Answers {
    std::array<std::string, 3> texts;
    std::array<bool, 3> for_buddy{};
};
/// Checks answers: at least one, each at most 1000 characters. Fields: a1, a2, a3.
base::Result<Answers, base::Refusal> give(Answers const& answers);

} // namespace feedback

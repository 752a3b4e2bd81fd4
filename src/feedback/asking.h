#pragma once
// Who may be asked for feedback (terugblik), and what is asked: the role only, never the content (R5–R7). Report L1033–1046.
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

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

/// Whether having a buddy helped.
enum class Helped { much,
                    a_little,
                    not_really };

/// The three questions to answer in words.
std::array<base::Text, 3> const& questions();
struct Answers {
    std::array<std::string, 3> texts;
    std::array<bool, 3> for_buddy{};
    std::optional<Helped> helped = {};
    bool helped_for_buddy = false, counted = false; ///< the buddy may know whether it helped; it may be counted, without a name
    bool school_agreed = false;                     ///< the school may say something of the buddy's role too
};
/// Checks answers: at least one, each at most 1000 characters. Fields: a1, a2, a3.
base::Result<Answers, base::Refusal> give(Answers const& answers);
/// Checks what a school said of the role: something, at most 1000 characters. Field: school.
base::Result<std::string, base::Refusal> said_by_school(std::string const& typed);

/// The average of answers in tenths, from 10 (not really) to 30 (much), rounded; nothing below five.
std::optional<int> average(std::vector<Helped> const& answers);

base::Text name(Helped helped);

} // namespace feedback

template <>
struct base::Words<feedback::Helped> {
    using H = feedback::Helped;
    static constexpr std::array entries{Word<H>{H::much, "veel"}, Word<H>{H::a_little, "beetje"}, Word<H>{H::not_really, "niet"}};
};

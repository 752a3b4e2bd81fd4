#pragma once
// The interview (intakegesprek): half an hour to an hour, online or somewhere, with a checklist that follows the conversation. Report L592–637, 2575–2640.
#include "intake/advice.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace intake {

struct Interview;
using InterviewId = base::Id<Interview>;
struct Outcome;
using OutcomeId = base::Id<Outcome>;

enum class Way { online,
                 in_person,
                 phone };

base::Text name(Way way);

/// A plan as typed.
struct PlanDraft {
    std::optional<base::Date> day;
    std::optional<std::chrono::minutes> time;
    int minutes = 45;
    std::optional<Way> way;
    std::string place;
};
struct Plan {
    base::Moment begins;
    int minutes;
    Way way;
    std::string place;
};
/// Checks a plan: a day and time ahead, 30 to 60 minutes, a way, and a place when people meet. Fields: dag, tijd, duur, manier, plaats.
base::Result<Plan, base::Refusal> plan(PlanDraft const& draft, base::Moment now);

/// One point of the checklist: a question to lead the talk by, under its stored name.
struct Point {
    std::string_view name;
    base::Text title;
    base::Text prompt;
    bool yes_no;
};
/// The points of the checklist, four opening questions first.
std::array<Point, 12> const& points();

/// An outcome as typed.
struct OutcomeDraft {
    std::optional<Advice> advice;
    std::string words;                       ///< what the candidate will read
    std::optional<base::Date> talk_again_on; ///< for "not yet"
    std::optional<base::Date> discussed_on;  ///< the day both talked about it; the candidate reads nothing before
};
struct Decided {
    Advice advice;
    std::string words;
    std::optional<base::Date> talk_again_on;
    std::optional<base::Date> discussed_on;
};
/// Checks an outcome: an advice, words of at most 2000 characters, a day to talk again (ahead) when it is "not yet", and no discussion on a day still to come. Fields: advies, woorden, opnieuw, besproken.
base::Result<Decided, base::Refusal> decide(OutcomeDraft const& draft, base::Date today);

/// What the candidate says of the outcome (R9).
enum class Answer { agrees,
                    objects };

} // namespace intake

template <>
struct base::Words<intake::Way> {
    using W = intake::Way;
    static constexpr std::array entries{Word<W>{W::online, "online"}, Word<W>{W::in_person, "in_person"}, Word<W>{W::phone, "phone"}};
};
template <>
struct base::Words<intake::Answer> {
    using A = intake::Answer;
    static constexpr std::array entries{Word<A>{A::agrees, "agrees"}, Word<A>{A::objects, "objects"}};
};

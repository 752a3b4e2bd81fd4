#pragma once
// The self-assessment (competentievragenlijst): eleven scores, an own point with a score, a goal and what helps; a mirror, never a pass mark. Report L2642–2797.
#include "competence/instrument.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <map>
#include <optional>
#include <string>

namespace competence {

struct SelfAssessment;
using SelfAssessmentId = base::Id<SelfAssessment>;

/// When it is filled in: after each evening, and twice during support.
enum class Moment { evening_1,
                    evening_2,
                    support_1,
                    support_2 };

/// The number under which the own point stands among the scores.
inline constexpr int own_number = static_cast<int>(statement_count) + 1;

/// The most characters of a goal and of what helps.
inline constexpr std::size_t longest_words = 500;

/// Answers as typed: scores by number of the statement, the own point is 12.
struct Answers {
    std::optional<Moment> moment;
    std::map<int, int> scores;
    std::string own_point, goal, help;
    bool released = false; ///< trainers may read the goal as a learning question, without a name
};
/// Checks answers: a moment, a score from 1 to 10 for each statement; the own point has a score exactly when it has words. A goal that trainers may read has words; at most 150 characters for the point and 500 for goal and help. Fields: moment, s1 … s11, eigen, s12, doel, hulp.
base::Result<Answers, base::Refusal> assess(Answers const& answers);

/// Whether the scores go of someone who left on a day: a year later, for who leaves on 29 February on 1 March.
bool scores_past(base::Date left, base::Date today);

base::Text name(Moment moment);

} // namespace competence

template <>
struct base::Words<competence::Moment> {
    using M = competence::Moment;
    static constexpr std::array entries{Word<M>{M::evening_1, "evening_1"}, Word<M>{M::evening_2, "evening_2"}, Word<M>{M::support_1, "support_1"}, Word<M>{M::support_2, "support_2"}};
};

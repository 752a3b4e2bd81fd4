#pragma once
// Catching up (inhalen) for who missed an evening: together with slides and what may be seen of a recording; who misses that too gets the slides and an own appointment, both count together. Report L2225–2260.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "training/completion.h"

#include <array>
#include <optional>
#include <string>

namespace training {

struct CatchUp;
using CatchUpId = base::Id<CatchUp>;

enum class CatchUpKind { together,
                         alone };

/// How far one kind of appointment has come for someone.
enum class Appointment { none,
                         planned,
                         came,
                         missed };
/// What someone did to catch up one evening.
struct CatchingUp {
    Appointment together = Appointment::none, alone = Appointment::none;
    bool slides_sent = false;
};
/// How the evening was followed after all; nothing as long as it was not.
std::optional<Presence> caught_up(CatchingUp const& its);

enum class CatchUpStep { plan_together, ///< nothing was arranged yet
                         await,         ///< an appointment is planned
                         send_slides,   ///< missed the session too: the slides first
                         plan_alone,    ///< has the slides, not the talk
                         done };
/// What comes next for someone who missed an evening.
CatchUpStep next_step(CatchingUp const& its);

struct CatchUpDraft {
    std::optional<CatchUpKind> kind;
    std::optional<base::Date> day;
    std::optional<std::chrono::minutes> begins;
    int minutes = 0;
    std::string place; ///< a place, or a link to talk online
    std::size_t people = 0;
};
struct CatchUpPlan {
    CatchUpKind kind;
    base::Moment begins_at;
    int minutes;
    std::string place;
};
/// Checks an appointment: a moment to come, 15 to 180 minutes, a place or a link, someone who comes; alone is one person. Fields: soort, dag, tijd, duur, plaats, persoon.
base::Result<CatchUpPlan, base::Refusal> plan_catch_up(CatchUpDraft const& draft, base::Moment now);

base::Text name(CatchUpKind kind);

} // namespace training

template <>
struct base::Words<training::CatchUpKind> {
    using K = training::CatchUpKind;
    static constexpr std::array entries{Word<K>{K::together, "together"}, Word<K>{K::alone, "alone"}};
};

#pragma once
// An edition (trainingsgroep): three to twelve people, two evenings of two and a half hours, dates told early. Report L330–483.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <array>
#include <optional>
#include <string>

namespace training {

struct Edition;
using EditionId = base::Id<Edition>;
struct Evening;
using EveningId = base::Id<Evening>;

inline constexpr int fewest_participants = 3, most_participants = 12;
inline constexpr int evening_minutes = 150;

struct EditionDraft {
    std::string name, place;
    std::array<std::optional<base::Date>, 2> days;
    std::optional<std::chrono::minutes> begins;
};
struct Planned {
    std::string name, place;
    std::array<base::Moment, 2> evenings;
};
/// Whether trainers still need what participants want to learn: until eight weeks after the last evening.
bool needs_learning_points(base::Date last_evening, base::Date today);
/// Whether what an evening left behind – tips, what was handed in, what was written of it – is past its term: a year after it.
bool texts_past(base::Date evening, base::Date today);
/// Adds what is wrong with the name and the place of a group: both are there, of at most 100 characters. Fields: naam, plaats.
void check_named(base::Refusal& refusal, std::string const& name, std::string const& place);
/// Checks an edition: a name, a place, two days in order and a time. Fields: naam, plaats, dag1, dag2, tijd. Days in the past are allowed, for training that was held before Naast came.
base::Result<Planned, base::Refusal> plan_edition(EditionDraft const& draft);

} // namespace training

#pragma once
// How a match goes on between its days: the rhythm (ritme) is the parent's choice, so is who begins; each of them may let it rest (achter de hand) and wake it. R16; report L1103, 1425.
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>

namespace trajectory {

enum class Rhythm { as_it_goes, ///< weekly for six weeks, then every three weeks
                    weekly,
                    fortnightly,
                    every_three_weeks,
                    monthly,
                    when_asked }; ///< the parent asks when there is something

/// What a match agreed on; without a choice of the parent the buddy begins and it goes as it goes.
struct Course {
    Rhythm rhythm = Rhythm::as_it_goes;
    bool parent_begins = false;
    std::optional<base::Date> rests_since = {};
    std::optional<base::Date> woken_on = {}; ///< since when it goes on after a rest
    bool rests() const { return rests_since.has_value(); }
};

/// The days between two contacts on some day of a match; nothing when only the parent asks.
std::optional<int> days_between_contacts(Rhythm rhythm, base::Date begun, base::Date today);
/// Whether a match of eight to twelve weeks had fewer than four contacts, while nobody chose for that: not when it rests, nor monthly or when asked.
bool too_few_contacts(Course const& course, base::Date begun, int contacts, base::Date today);

base::Text name(Rhythm rhythm);

} // namespace trajectory

template <>
struct base::Words<trajectory::Rhythm> {
    using R = trajectory::Rhythm;
    static constexpr std::array entries{Word<R>{R::as_it_goes, "vanzelf"}, Word<R>{R::weekly, "week"}, Word<R>{R::fortnightly, "twee-weken"}, Word<R>{R::every_three_weeks, "drie-weken"}, Word<R>{R::monthly, "maand"}, Word<R>{R::when_asked, "als-ik-vraag"}};
};

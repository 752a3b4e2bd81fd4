#include "trajectory/rhythm.h"

#include "platform/base/require.h"

namespace trajectory {
using base::tr;

std::optional<int> days_between_contacts(Rhythm rhythm, base::Date begun, base::Date today) {
    switch (rhythm) {
    case Rhythm::as_it_goes: return base::days_between(begun, today) <= 42 ? 7 : 21;
    case Rhythm::weekly: return 7;
    case Rhythm::fortnightly: return 14;
    case Rhythm::every_three_weeks: return 21;
    case Rhythm::monthly: return 31;
    case Rhythm::when_asked: return std::nullopt;
    }
    throw base::Impossible{"a rhythm without days"};
}

bool too_few_contacts(Course const& course, base::Date begun, int contacts, base::Date today) {
    auto const days = base::days_between(begun, today);
    if (course.rests() || days < 56 || days > 84 || contacts >= 4) return false;
    return course.rhythm != Rhythm::monthly && course.rhythm != Rhythm::when_asked;
}

base::Text name(Rhythm rhythm) {
    switch (rhythm) {
    case Rhythm::as_it_goes: return tr("eerst elke week, later elke drie weken");
    case Rhythm::weekly: return tr("elke week");
    case Rhythm::fortnightly: return tr("elke twee weken");
    case Rhythm::every_three_weeks: return tr("elke drie weken");
    case Rhythm::monthly: return tr("elke maand");
    case Rhythm::when_asked: return tr("alleen als de ouder het vraagt");
    }
    throw base::Impossible{"a rhythm without a name"};
}

} // namespace trajectory

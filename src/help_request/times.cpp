#include "help_request/times.h"

#include "platform/base/require.h"

#include <algorithm>
#include <array>

namespace help_request {
using base::tr;
namespace {
constexpr std::array<std::string_view, weekdays> days{"ma", "di", "wo", "do", "vr"};
constexpr std::array<std::string_view, day_parts> parts{"ochtend", "schooltijd", "na-school", "avond"};
constexpr std::string_view no_holidays = "geen-vakantie";
} // namespace

std::size_t slot(std::size_t weekday, DayPart part) {
    base::require(weekday < weekdays, "a day from Monday to Friday");
    return weekday * day_parts + static_cast<std::size_t>(part);
}
std::string slot_word(std::size_t slot) {
    base::require(slot < time_slots, "a slot of the grid");
    return slot == weekend ? std::string{"weekend"} : std::string{days[slot / day_parts]} + "-" + std::string{parts[slot % day_parts]};
}

std::string join(Times const& times) {
    std::string text;
    for (std::size_t i = 0; i < time_slots; ++i)
        if (times.slots[i]) text += (text.empty() ? "" : " ") + slot_word(i);
    if (times.not_in_holidays) text += (text.empty() ? "" : " ") + std::string{no_holidays};
    return text;
}
Times times_from(std::string_view text) {
    static auto const all_words = [] {
        std::array<std::string, time_slots> words;
        for (std::size_t i = 0; i < time_slots; ++i) words[i] = slot_word(i);
        return words;
    }();
    Times times;
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        auto const word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word == no_holidays) times.not_in_holidays = true;
        for (std::size_t i = 0; i < time_slots; ++i)
            if (word == all_words[i]) times.slots.set(i);
    }
    return times;
}

base::Text weekday_name(std::size_t weekday) {
    switch (weekday) {
    case 0: return tr("maandag");
    case 1: return tr("dinsdag");
    case 2: return tr("woensdag");
    case 3: return tr("donderdag");
    case 4: return tr("vrijdag");
    default: throw base::Impossible{"a day from Monday to Friday"};
    }
}
base::Text name(DayPart part) {
    switch (part) {
    case DayPart::morning: return tr("’s ochtends vroeg");
    case DayPart::school_hours: return tr("onder schooltijd");
    case DayPart::after_school: return tr("na school");
    case DayPart::evening: return tr("’s avonds");
    }
    throw base::Impossible{"a part of the day without a name"};
}

} // namespace help_request

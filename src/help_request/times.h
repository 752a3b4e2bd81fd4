#pragma once
// When people can (tijden): five weekdays in four parts, and the weekend; a parent's wish and a buddy's offer in the same grid. Report L637–660, L742–756.
#include "platform/base/text.h"

#include <bitset>
#include <string>
#include <string_view>

namespace help_request {

enum class DayPart { morning,
                     school_hours,
                     after_school,
                     evening };
inline constexpr std::size_t weekdays = 5, day_parts = 4, time_slots = weekdays * day_parts + 1;
/// The slot of the weekend, after those of Monday to Friday.
inline constexpr std::size_t weekend = time_slots - 1;

/// When someone can; nothing chosen means that it was not said.
struct Times {
    std::bitset<time_slots> slots;
    bool not_in_holidays = false; ///< rather not while schools have holidays
    bool said() const { return slots.any(); }
    bool operator==(Times const&) const = default;
};
/// The slot of a weekday (0 is Monday) and a part of it.
std::size_t slot(std::size_t weekday, DayPart part);
/// The word of a slot in a form and in the database, such as "ma-ochtend" or "weekend".
std::string slot_word(std::size_t slot);
/// As one stored text: words with spaces, "geen-vakantie" at the end; and back, unknown words falling away.
std::string join(Times const& times);
Times times_from(std::string_view text);

/// The name of a weekday (0 is Monday) and of a part of the day.
base::Text weekday_name(std::size_t weekday);
base::Text name(DayPart part);

} // namespace help_request

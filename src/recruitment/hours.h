#pragma once
// Hours (uren) of the coordinator and of school contacts, noted with a number and a word, for the yearly figures. Nobody's hours are measured.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recruitment {

struct Hours;
using HoursId = base::Id<Hours>;

enum class Whose { coordinator,
                   school_contact };

struct HoursDraft {
    std::optional<base::Date> worked_on;
    std::string hours;
    std::optional<Whose> whose;
    std::string words;
};
struct NotedHours {
    base::Date worked_on;
    std::chrono::minutes worked;
    Whose whose;
    std::string words;
};
/// Minutes of "1,5", "1.5", "2" or "1:30"; nothing when it is no number of hours above 0 and up to 24.
std::optional<std::chrono::minutes> hours_from(std::string_view text);
/// Notes hours. Refused: no day or one still to come, no number of hours, nobody whose they are, no word or more than 100 characters. Fields: dag, uren, wie, waarvoor.
base::Result<NotedHours, base::Refusal> note_hours(HoursDraft const& draft, base::Date today);

/// "1,5": hours with a comma, at most two digits.
std::string said(std::chrono::minutes worked);
/// The school year in which a day falls, by its first year: it begins on the first of August.
int school_year_of(base::Date day);

/// The hours of one month.
struct Month {
    std::chrono::year_month month;
    std::chrono::minutes coordinator{}, school_contact{};
    bool operator==(Month const&) const = default;
};
/// The months of a school year from August up to the month of `last` or July, each with its total.
std::vector<Month> months(std::vector<NotedHours> const& noted, int school_year, base::Date last);

base::Text name(Whose whose);

} // namespace recruitment

template <>
struct base::Words<recruitment::Whose> {
    using W = recruitment::Whose;
    static constexpr std::array entries{Word<W>{W::coordinator, "coordinator"}, Word<W>{W::school_contact, "school"}};
};

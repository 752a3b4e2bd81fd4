#pragma once
// The yield (opbrengst) of a channel: how many came, and how far. Rules on periods, totals and the pieces of a bar.
#include "platform/base/clock.h"
#include "platform/base/text.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reports {

/// How many reached each of the five steps, the first being to come at all.
using Reached = std::array<std::int64_t, 5>;

/// All lines together.
Reached total(std::vector<Reached> const& lines);
/// How many came exactly this far and no further; the pieces of one bar, which add up to who came. A step that counts more than the one before it counts as many.
Reached furthest(Reached const& reached);

/// A time to choose, under the word that stands in the address.
struct Period {
    std::string word;
    base::Sentence name;
    std::optional<base::Date> from, until; ///< [from, until)
};
/// The times to choose on a day: always, the last three months, this school year and the two before it.
std::vector<Period> periods(base::Date today);
/// The period of a word; an unknown word is always.
Period period(std::string const& word, base::Date today);

/// How many came in one month.
struct MonthCount {
    std::chrono::year_month month;
    std::int64_t buddies, parents;
    bool operator==(MonthCount const&) const = default;
};
/// The months from the first in which anyone came to the last, empty ones between them included, at most the last `most`.
std::vector<MonthCount> by_month(std::vector<base::Date> const& buddies, std::vector<base::Date> const& parents, std::size_t most);

} // namespace reports

#pragma once
// Guides (kijkwijzer, leidraad) to look at an evening: six headings for an observer, six questions for the trainers. Report L2225–2260, L2642–2680.
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <string>

namespace training {

enum class Guide { observation,
                   evaluation };
inline constexpr std::size_t headings_count = 6;
/// The most characters under one heading.
inline constexpr std::size_t longest_part = 3000;

struct Heading {
    base::Text words, hint;
};
/// The headings of a guide, in order.
std::array<Heading, headings_count> const& headings(Guide guide);

/// What someone wrote under each heading.
using Review = std::array<std::string, headings_count>;
/// Checks what is handed in: something under at least one heading, each at most 3,000 characters. Fields: k1 … k6.
base::Result<Review, base::Refusal> review(Review const& typed);

/// Whether someone may still be appointed to watch an evening: participants know it at least the day before.
bool may_be_announced(base::Date evening, base::Date today);

} // namespace training

template <>
struct base::Words<training::Guide> {
    using G = training::Guide;
    static constexpr std::array entries{Word<G>{G::observation, "observation"}, Word<G>{G::evaluation, "evaluation"}};
};

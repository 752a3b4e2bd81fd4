#pragma once
// A question in between (tussentijdse vraag) of a buddy to the coordinator, about the own role; without names. Report L1440–1470.
// It goes on under the first question: asked, read, answered, asked further, and at the end whether it was enough.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <string>

namespace support {

struct Consult;
using ConsultId = base::Id<Consult>;
inline constexpr int days_to_answer = 2; ///< working days
inline constexpr int most_characters = 2000;

/// What a buddy says after an answer.
enum class Enough { yes,
                    call };

/// Checks a text: something is said, at most 2000 characters. The field is called tekst.
base::Result<std::string, base::Refusal> said(std::string const& typed);
/// The day on which an answer is there at the latest.
base::Date answer_by(base::Moment asked_at);
/// Whether an answer is later than was promised.
bool overdue(base::Moment asked_at, base::Moment now);

} // namespace support

template <>
struct base::Words<support::Enough> {
    using E = support::Enough;
    static constexpr std::array entries{Word<E>{E::yes, "yes"}, Word<E>{E::call, "call"}};
};

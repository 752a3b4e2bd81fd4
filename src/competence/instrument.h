#pragma once
// The instrument (vragenlijst): eleven statements with what 1 and 10 mean, as a partnership words them; each version stays for what was filled in with it. Report L2679–2797.
#include "platform/base/result.h"
#include "platform/base/text.h"

#include <array>
#include <string>

namespace competence {

inline constexpr std::size_t statement_count = 11;
/// The version that stands for the statements of our own.
inline constexpr int standard_instrument = 1;

/// A statement of the standard list and what its ends mean.
struct StandardStatement {
    base::Text words, low, high;
};
std::array<StandardStatement, statement_count> const& standard_statements();

/// A statement in the words of a partnership.
struct OwnStatement {
    std::string words, low, high;
};
/// An instrument as typed: the statements, and after how many weeks of support it is filled in again.
struct OwnInstrument {
    std::array<OwnStatement, statement_count> statements;
    int weeks_1 = 6, weeks_2 = 16;
};
/// Checks an instrument: every statement has words of at most 200 characters and two ends of at most 80; the weeks are 1 to 52, the second after the first. Fields: zin-N, laag-N, hoog-N (N from 1), week1, week2.
base::Result<OwnInstrument, base::Refusal> instrument(OwnInstrument const& typed);

} // namespace competence

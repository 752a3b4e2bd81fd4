#pragma once
// What a partnership decides about matching (instellingen voor koppelen): what weighs how much, which areas lie apart, and how long two people try it. Report L742–760, L1349–1385.
#include "matching/fit.h"
#include "platform/base/result.h"

#include <map>
#include <string>

namespace matching {

/// The most points one part may weigh, and the longest trial in weeks.
inline constexpr int most_weight = 100, longest_trial = 26;

struct Settings {
    Weights weights = {};
    int trial_weeks = 0; ///< none
    bool operator==(Settings const&) const = default;
};

/// The weight of one part.
int& weight_of(Weights& weights, PartKind kind);
int weight_of(Weights const& weights, PartKind kind);
/// The weights as one stored text ("situations 30 knowledge 20 …"), and back: unknown words fall away, what is missing keeps its default.
std::string join(Weights const& weights);
Weights weights_from(std::string const& text);

/// Checks what was typed: for each part a whole number from 0 to 100, and 0 to 26 weeks of trial. Fields: gewicht-WORD of each part, proef.
base::Result<Settings, base::Refusal> settle(std::map<PartKind, std::string> const& weights, std::string const& trial_weeks);

/// Two areas that cannot be reached from each other, as typed: the first two digits of a postcode each. The smaller comes first; one area cannot lie apart from itself. Fields: gebied, ander.
base::Result<std::pair<int, int>, base::Refusal> areas_apart(std::string const& one, std::string const& other);

/// What a part is about, in a few words, such as "afstand".
base::Text name(PartKind kind);

} // namespace matching

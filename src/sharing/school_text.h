#pragma once
// Two texts beside a sheet (aandachtspunten, stappen van een gesprek): a partnership may write its own, else these stand. Report L396–438, L1028–1038.
#include "platform/base/result.h"
#include "platform/base/text.h"

#include <string>
#include <vector>

namespace sharing {

/// What to mind in a talk at school, one point each.
std::vector<base::Text> const& first_points();
/// The steps of a talk, in order.
std::vector<base::Text> const& first_steps();

/// The own texts of a partnership, one line each point; empty: the first ones.
struct OwnTexts {
    std::string points, steps;
    bool operator==(OwnTexts const&) const = default;
};
/// Checks own texts: both written, at most 4000 characters each. Fields: punten, stappen.
base::Result<OwnTexts, base::Refusal> own_texts(OwnTexts const& typed);
/// The lines of a text that hold something.
std::vector<std::string> lines(std::string const& text);

} // namespace sharing

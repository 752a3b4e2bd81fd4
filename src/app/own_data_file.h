#pragma once
// One's own data (mijn gegevens) as a file that other programs read: JSON with English keys, days and moments as ISO 8601, words as they stand on the page.
#include "app/own_data.h"
#include "platform/base/clock.h"

#include <string>
#include <vector>

namespace app {

/// A day on which someone looked, for the file.
struct LookedLine {
    base::Date date;
    std::string who, why;
};
/// The file as a whole.
std::string own_data_file(std::vector<OwnGroup> const& groups, std::vector<LookedLine> const& looked, text::Language language, base::Moment made_at);

} // namespace app

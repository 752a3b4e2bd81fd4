#pragma once
// The list of editions: every group with its first evening and how many take part, in one statement.
#include "training/store_edition.h"

namespace training {

struct EditionLine {
    EditionId id;
    std::string name, place;
    std::optional<base::Moment> first_evening;
    int participants;
};

/// Every edition of the partnership, the last made first.
std::vector<EditionLine> overview(db::Door& door);
/// The same of the editions that a person leads.
std::vector<EditionLine> overview_led_by(db::Door& door, visit::PersonId const& trainer);

} // namespace training

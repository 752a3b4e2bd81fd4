#pragma once
// The list of editions: every group that has its days, with its first evening and how many take part.
#include "training/store_edition.h"

namespace training {

struct EditionLine {
    EditionId id;
    std::string name, place;
    base::Moment first_evening;
    int participants;
};

/// Whose editions: of the partnership, or those that someone leads.
using Leads = std::optional<visit::PersonId>;

/// How many there are.
std::size_t count_editions(db::Door& door, Leads const& trainer);
/// All of them, the newest first evening first.
std::vector<EditionLine> overview(db::Door& door, Leads const& trainer);
/// A piece of them by their first evening, of at most `most` from the line `from` on.
std::vector<EditionLine> overview(db::Door& door, Leads const& trainer, bool newest_first, std::size_t from, std::size_t most);

} // namespace training

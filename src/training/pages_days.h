#pragma once
// Choosing the days of a group together: putting days before those who are invited, their answers, and the choice.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

/// On the page of a group without evenings: who can when, and for the coordinator the choice.
void days_part(html::Page& page, reception::Visit& v, EditionRow const& edition, std::vector<visit::PersonId> const& participants);
/// On the page of a participant: which days would do.
void own_days_part(html::Page& page, reception::Visit& v, EditionId const& edition);

std::vector<reception::Route> day_routes();

} // namespace training

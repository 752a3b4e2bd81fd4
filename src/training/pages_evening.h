#pragma once
// The evening itself: a running order with the clock for the trainer's phone; parts are moved and skipped on the night.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

/// What the page of an edition says of its programme: version, running orders, what was skipped, and warnings about place, time and number of people.
void programme_part(html::Page& page, reception::Visit& v, EditionRow const& edition, std::vector<EveningRow> const& evenings, std::size_t participants);
/// A trainer's name, and whether that trainer works for the partnership.
html::Said trainer_line(reception::Visit& v, visit::PersonId const& person);

std::vector<reception::Route> evening_routes();

} // namespace training

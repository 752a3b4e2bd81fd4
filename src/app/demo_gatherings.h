#pragma once
// Gatherings of the demonstration, through the same rules and stores as real ones.
#include "app/demo_maker.h"

namespace app {

/// Of today: one to come that is full and has a waiting list, one within a week without a place and someone to call, one past without a count, one past with a count and slides.
void make_gatherings_of_today(Maker& make, base::Moment now, visit::PersonId const& coordinator);
/// Of the pilot: the workshop of November 2022 to which six came, and a coffee morning that drew fifteen parents (its day is our assumption).
void make_gatherings_of_pilot(Maker& make, visit::PersonId const& coordinator);

} // namespace app

#pragma once
// Campaigns, professionals, mailings and hours of a demonstration, made through the rules and stores of recruitment.
#include "app/demo_maker.h"

namespace app {

/// The campaigns of the pilot: for buddies in the autumn of 2022, for vraagouders in 2023; made before anyone signs up, so that who comes counts for them.
void make_pilot_campaigns(Maker& make, visit::PersonId const& coordinator);
/// The pilot's first approaches of outreach workers and the hours of recruiting.
void make_pilot_outreach(Maker& make, visit::PersonId const& coordinator);
/// A campaign that runs, one that ended with too few, an own channel, a network with a step for today, a mailing that left, and hours.
void make_outreach_today(Maker& make, base::Moment now, visit::PersonId const& coordinator);

} // namespace app

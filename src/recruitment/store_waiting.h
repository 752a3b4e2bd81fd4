#pragma once
// Hatch for keeping in touch: candidates who wait, and when they signed up.
#include "platform/db/database.h"
#include "visit/waiting.h"

#include <vector>

namespace recruitment {

struct SignedUp {
    visit::Waits waits;
    visit::Step step;
};
/// Candidates with a confirmed sign-up that goes on: waiting since it was confirmed, and the day they signed up as their step.
std::vector<SignedUp> signed_up(db::Door& door);

} // namespace recruitment

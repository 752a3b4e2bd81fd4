#pragma once
// Pages for withdrawing (terugtrekken): by the link in the mail and by the candidate's own page, with a reason or without one.
#include "reception/route.h"
#include "recruitment/store_sign_up.h"

#include <vector>

namespace recruitment {

std::vector<reception::Route> withdrawal_routes();
/// What was planned for someone whose sign-up ended goes off, in neutral words, and the person leaves the training group.
void call_off(db::Write& tx, reception::Visit& v, visit::PersonId const& person);

} // namespace recruitment

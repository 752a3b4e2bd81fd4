#pragma once
// What the coordinator corrects of someone who asks, offers or helps, after a talk: a name, a phone number, and a mail address that then waits for its owner's yes.
#include "reception/visit.h"

namespace account {

std::vector<reception::Route> correction_routes();

} // namespace account

#pragma once
// Hatch for the home page: what a buddy or parent finds there of the own matches.
#include "reception/visit.h"

namespace trajectory {

/// On the buddy's home: a contact of today with one tap, for each parent beside whom the buddy stands.
void contact_home_part(html::Page& page, reception::Visit& v);
/// On the home of a parent or buddy: that a contact ended lately, or the one question later.
void closure_home_part(html::Page& page, reception::Visit& v);

} // namespace trajectory

#pragma once
// What a parent of the demonstration shares with a school, and a talk at school with the buddy asked along.
#include "app/demo_maker.h"

namespace app {

/// Two people of a school with an account; the parent shares one thing with the first and took another back, and prepares a talk.
void make_sharing(Maker& make, base::Moment now, visit::PersonId const& parent, visit::PersonId const& buddy);

} // namespace app

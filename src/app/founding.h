#pragma once
// Founding a partnership on a real installation: the place itself, its administrator and its first coordinator, in one go.
#include "app/acts.h"

namespace app {

/// Makes a partnership with an administrator and a coordinator who can log in; the console confirms them, because nobody else can yet.
int found_partnership(Program& program, Act const& act, std::ostream& out);

} // namespace app

#pragma once
// Couples (buddyparen): two buddies who stand beside a parent as one, with one place and one match; each comes through the gate alone. Report L541–567.
#include "matching/fit.h"

namespace matching {

/// Two candidates as one: what either lived through, the ways both want, every language, the smaller capacity; a limit of one is a limit of both, and they come only as far and at such times as both do.
/// `live` is how many parents the two have between them; the first is the one by whom the couple is known.
Candidate together(Candidate const& one, Candidate const& other, int live);
/// Someone whose other half has not come as far: known by the one, and not ready.
Candidate alone(Candidate one, visit::PersonId const& other);

} // namespace matching

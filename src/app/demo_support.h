#pragma once
// Support of buddies in the demonstration of today: questions at every step, dilemmas before an expert, meetings, the list of buddies and the library.
#include "app/demo_maker.h"

namespace app {

/// Who takes part in it.
struct Supported {
    visit::PersonId coordinator, trainer, fatma, els, late, newly;
};
void make_support_today(Maker& make, base::Moment now, Supported const& who);

} // namespace app

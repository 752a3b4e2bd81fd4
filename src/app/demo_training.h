#pragma once
// What the partnership of today has going on around its training: days being chosen, someone catching up, a welcome pack to send, what was prepared at home, an observer.
#include "app/demo_maker.h"

namespace app {

struct TrainingAhead {
    training::EditionId past, going;
    visit::PersonId missed, in_training, invited;
};
void make_training_ahead(Maker& make, base::Moment now, TrainingAhead const& its, visit::PersonId const& coordinator, visit::PersonId const& trainer, visit::PersonId const& observer);

} // namespace app

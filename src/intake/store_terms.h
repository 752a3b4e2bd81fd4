#pragma once
// Hatch: until when intake keeps its candidates and the texts of its talks.
#include "intake/interview.h"
#include "platform/db/database.h"
#include "visit/term.h"

namespace intake {

/// Everyone with a standing outcome that leads no further, with the day of erasing.
std::vector<visit::Term> terms(db::Door& door);
/// The same day for one person; nothing for who goes on or has no outcome.
std::optional<base::Date> erased_on(db::Door& door, visit::PersonId const& person);
/// The day on which the text of this talk is erased; nothing while there is no outcome.
std::optional<base::Date> text_erased_on(db::Door& door, InterviewId const& id);
/// The talks whose text is still there and past its day.
std::vector<InterviewId> texts_past(db::Door& door, base::Date today);

} // namespace intake

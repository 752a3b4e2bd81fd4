#pragma once
// A family given back (teruggeven): a reader who cannot read for a parent says so and reads no more. Whom the parent chose leaves the parent's choice shut for the coordinator, until the parent chooses anew.
// Rules R21, R22, R29.
#include "people/store_reader.h"

namespace people {

/// What became of a family that a reader gave back.
enum class GivenBack { no,      ///< this person does not read for this parent
                       chooses, ///< the parent had chosen: nobody reads until the parent chooses anew
                       waits    ///< a colleague had handed it over: it is as it was before that
};
/// Gives a family back; the reader reads no more.
GivenBack give_back(db::Write& tx, PersonId const& reader, PersonId const& parent, base::Moment now);
/// Whether whom a parent chose gave the family back.
bool given_back(db::Door& door, PersonId const& parent);
/// Whether the reader came by the handing over of a colleague, and the parent never chose.
bool was_handed_over(db::Door& door, PersonId const& parent);
/// Notes that the reader came by a handing over.
void note_handed_over(db::Write& tx, PersonId const& parent);

} // namespace people

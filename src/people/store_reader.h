#pragma once
// Another reader (andere lezer): whom a parent chose to read and handle the request instead of the coordinator, to whom everything about this parent is shut meanwhile. Rule R29.
#include "people/store_deputyship.h"

#include <optional>
#include <vector>

namespace people {

struct ChosenReader {
    PersonId person, reader;
    base::Moment chosen_at;
};

/// Everyone whom a parent may choose: who may stand in for a coordinator, and the coordinators themselves where there are more of them.
std::vector<PersonId> who_may_read(db::Door& door, visit::Independence independence);
/// Lets a parent be read by this person from now on; by the coordinator when there is none.
void choose_reader(db::Write& tx, PersonId const& parent, std::optional<PersonId> const& reader, base::Moment now);
/// Whom a parent chose.
std::optional<PersonId> reader_of(db::Door& door, PersonId const& parent);
/// Every choice that stands, the oldest first.
std::vector<ChosenReader> chosen_readers(db::Door& door);
/// The choices of which the reader reads no more: without a task, or with another task in this family.
std::vector<ChosenReader> unable_readers(db::Door& door, visit::Independence independence);
/// The parents who chose this reader, sorted; none with whom this reader has another task.
std::vector<PersonId> read_by(db::Door& door, PersonId const& reader);
/// Who stays shut for someone with the role of coordinator, sorted: every parent who chose another reader, or with whom this coordinator has another task.
std::vector<PersonId> closed_to_coordinator(db::Door& door, PersonId const& coordinator);
/// Who stays shut for a reader, sorted: everyone whom the programme helps or who signed up, except the parents who chose this reader and the buddies.
std::vector<PersonId> closed_to_reader(db::Door& door, PersonId const& reader);

} // namespace people

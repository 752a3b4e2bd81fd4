#pragma once
// Another task (andere taak): a coordinator knows a family through other work, says so and hands it over; everything about the parent is shut to this coordinator from then on.
// What is kept is who declared it, when, and who took over; never what the task is. Report L760, L1735; rules R21, R22.
#include "people/store_reader.h"

#include <optional>
#include <vector>

namespace people {

struct OtherTask {
    PersonId coordinator, parent;
    base::Moment declared_at;
    std::optional<PersonId> reader; ///< who took over; nobody yet when empty
};

/// What became of a family whose coordinator declares another task.
enum class Handed { over,    ///< someone took over
                    waits,   ///< there is nobody who may
                    already, ///< meanwhile someone else came to read, by the parent's choice or a colleague's handing over; that stands
                    not_now  ///< meanwhile something else changed; nothing was done
};
/// Declares another task and lets someone take over, going by what holds now; `seen` is the reader as the form was made for.
Handed declare_and_hand_over(db::Write& tx, PersonId const& coordinator, PersonId const& parent, std::optional<PersonId> const& to, std::optional<PersonId> const& seen, visit::Independence independence, base::Moment now);
/// Lets someone take over a family that waits; false when it does not wait, is under lock, or this person may not.
bool take_over(db::Write& tx, PersonId const& parent, PersonId const& to, visit::Independence independence, base::Moment now);
/// Lets someone take over what a coordinator declared earlier, when nobody could; false when that does not hold any more.
bool hand_on(db::Write& tx, PersonId const& coordinator, PersonId const& parent, PersonId const& to, visit::Independence independence, base::Moment now);
/// Shuts everything about a parent to a coordinator, who declares another task.
void declare_other_task(db::Write& tx, PersonId const& coordinator, PersonId const& parent, base::Moment now);
/// Lets someone take over: as the chosen reader, or as the coordinator who reads anyway when that is the only one left.
void hand_over(db::Write& tx, PersonId const& parent, PersonId const& to, visit::Independence independence, base::Moment now);
/// Ends the declaration of a coordinator; true for the first time. Who took over goes on until the parent says otherwise.
bool end_other_task(db::Write& tx, PersonId const& coordinator, PersonId const& parent, base::Moment now);
/// What a coordinator declared and did not end, the newest first.
std::vector<OtherTask> other_tasks_of(db::Door& door, PersonId const& coordinator);
/// What was declared about a parent and not ended, the oldest first.
std::vector<OtherTask> other_tasks_about(db::Door& door, PersonId const& parent);
/// What was declared about a parent and ended at this moment or later, the oldest first.
std::vector<OtherTask> ended_other_tasks_about(db::Door& door, PersonId const& parent, base::Moment since);
/// Declarations that nobody took over and whose parent chose nobody, the oldest first.
std::vector<OtherTask> waiting_other_tasks(db::Door& door);
/// Who may take over what someone declares: everyone who may read and the other coordinators, but nobody with another task of their own, and no coordinator for a parent who chose someone else.
std::vector<PersonId> who_may_take_over(db::Door& door, visit::Independence independence, PersonId const& parent, PersonId const& from);
/// Whether every coordinator has another task with this family.
bool coordinators_are_shut(db::Door& door, PersonId const& parent);
/// Whether nobody reads for a parent now, because whoever would has another task with this family.
bool nobody_reads(db::Door& door, PersonId const& parent);

} // namespace people

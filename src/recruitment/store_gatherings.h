#pragma once
// Gatherings in the database. What the programme says of them is public; numbers and registrations are for who was granted them.
#include "platform/db/database.h"
#include "recruitment/gathering.h"
#include "visit/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace recruitment {

struct GatheringRow {
    GatheringId id;
    GatheringKind kind;
    std::string title;
    base::Moment begins_at;
    int minutes;
    std::string place, link, words;
    std::optional<int> capacity;
    base::Date open_until;
    std::optional<base::Moment> cancelled_at;
    std::optional<int> attended;
    std::string slides, recording;
    std::optional<int> registered, waited; ///< persons with a place and persons on the list, noted before the registrations were erased
    std::optional<base::Moment> erased_at;
    int sequence, version;
    GatheringStage at(base::Moment now) const { return stage(begins_at, cancelled_at, now); }
    bool open(base::Moment now) const { return registration_open(begins_at, open_until, cancelled_at, now); }
};

using GatheringsGrant = visit::Granted<visit::Action::list_gatherings, people::Partnership>;

/// All gatherings, the latest first.
std::vector<GatheringRow> gatherings(db::Door& door, GatheringsGrant const& granted);
/// What everyone may know: those to come that stand, the first first.
std::vector<GatheringRow> gatherings_to_come(db::Door& door, base::Moment now);
/// Past ones with slides or a recording, the latest first, at most twelve.
std::vector<GatheringRow> gatherings_to_look_back(db::Door& door, base::Moment now);
/// Whether there is one to come, for the first page.
bool any_gathering_to_come(db::Door& door, base::Moment now);
std::optional<GatheringRow> find_gathering(db::Door& door, GatheringId const& id);

/// Locks a gathering for the rest of the transaction, so that two who register at once do not both get the last place; gives it as it stands.
std::optional<GatheringRow> lock_gathering(db::Write& tx, GatheringId const& id);
void add_gathering(db::Write& tx, GatheringId const& id, PlannedGathering const& planned, visit::PersonId const& by, base::Moment now);
/// Changes one that still has to come, if nobody changed it since `version`; another moment, length, place or link counts as a new edition of the calendar entry.
bool change_gathering(db::Write& tx, GatheringRow const& standing, PlannedGathering const& planned, int version);
/// Whether such a change matters to who comes: another moment, length, place or link.
bool matters(GatheringRow const& standing, PlannedGathering const& planned);
/// Cancels one that still has to come; true for the first time.
bool cancel_gathering(db::Write& tx, GatheringId const& id, visit::PersonId const& by, base::Moment now);
/// How many came; may be mended later.
void note_attended(db::Write& tx, GatheringId const& id, int count, visit::PersonId const& by, base::Moment now);
/// What people can look at afterwards; with a recording, who noted that all agreed, and when.
void put_material(db::Write& tx, GatheringId const& id, Material const& material, visit::PersonId const& by, base::Moment now);

} // namespace recruitment

#pragma once
// Own programmes, which version an edition takes, and how its evenings went, in the database.
#include "training/running_order.h"
#include "training/store_edition.h"

#include <map>
#include <vector>

namespace training {

struct ProgrammeRow {
    int version;
    visit::PersonId made_by;
    base::Moment made_at;
};
/// The version that new editions take: the newest own one, or the standard programme.
int current_programme(db::Door& door);
/// Every own version, newest first.
std::vector<ProgrammeRow> programmes(db::Door& door);
/// The programme of a version; nothing when there is no such version.
std::optional<Programme> find_programme(db::Door& door, int version);
/// Adds a version; false when someone else just made it.
bool add_programme(db::Write& tx, int version, Programme const& programme, visit::PersonId const& by, base::Moment now);

/// The version that an edition takes.
int programme_version(db::Door& door, EditionId const& edition);
void take_programme(db::Write& tx, EditionId const& edition, int version);

/// What was kept of the parts of an evening, in order; nothing when the night went as planned.
std::vector<KeptPart> kept_parts(db::Door& door, EveningId const& evening);
/// Keeps the order of an evening. Who skipped a part, and when, stays as it was for what was skipped before.
void keep_order(db::Write& tx, EveningId const& evening, std::vector<KeptPart> const& order, visit::PersonId const& by, base::Moment now);
/// In which groups each part was skipped, by the name of the part.
std::map<std::string, std::vector<std::string>> skipped_in(db::Door& door);

} // namespace training

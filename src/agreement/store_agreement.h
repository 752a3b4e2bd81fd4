#pragma once
// Hatch: the texts of the agreement with their versions, and who accepted which.
#include "agreement/agreement.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <optional>
#include <string>
#include <vector>

namespace agreement {

struct Version {
    int version;
    std::string words;
    visit::PersonId written_by;
    base::Moment written_at;
};
/// The versions a partnership wrote itself, newest first.
std::vector<Version> versions(db::Door& door);
/// The number of the version that stands; 0 for the first text.
int newest(db::Door& door);
/// Keeps a text as the version after `after`; false when another one came in between.
bool add_version(db::Write& tx, std::string const& words, int after, visit::PersonId const& by, base::Moment now);

/// What a person accepted last.
std::optional<Accepted> accepted_by(db::Door& door, visit::PersonId const& person);
/// Keeps that a person accepts a version; twice changes nothing.
void accept(db::Write& tx, visit::PersonId const& person, int version, base::Moment now);
/// How many buddies of now accepted this version.
std::int64_t count_accepted(db::Door& door, int version);

} // namespace agreement

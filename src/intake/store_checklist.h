#pragma once
// The own checklists of the partnership in the database.
#include "intake/checklist.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <optional>
#include <vector>

namespace intake {

struct ChecklistRow {
    int version;
    visit::PersonId made_by;
    base::Moment made_at;
};

/// The version in use: the newest own one, or the standard list.
int current_checklist(db::Door& door);
/// Every own version, newest first.
std::vector<ChecklistRow> checklists(db::Door& door);
/// The points of an own version; none for the standard list.
std::vector<OwnPoint> points_of(db::Door& door, int version);
/// Adds a version; false when someone else just made it.
bool add_checklist(db::Write& tx, int version, std::vector<OwnPoint> const& points, visit::PersonId const& by, base::Moment now);

} // namespace intake

#pragma once
// What a partnership decided about matching, in the database; nothing kept means the defaults.
#include "matching/settings.h"
#include "platform/db/database.h"

namespace matching {

struct KeptSettings {
    Settings settings;
    int version; ///< 0 before anything was kept
};
KeptSettings settings_of(db::Door& door);
/// Keeps settings; nothing, and false, when someone else changed them after `version`.
bool keep_settings(db::Write& tx, Settings const& settings, int version);

/// The pairs of areas that lie apart.
Apart areas_apart(db::Door& door);
void set_apart(db::Write& tx, std::pair<int, int> areas);
void bring_together(db::Write& tx, std::pair<int, int> areas);

/// What the pairs of this partnership are held against today.
Yardstick yardstick(db::Door& door, base::Date today);

} // namespace matching

#pragma once
// A partnership's own texts beside a sheet, in versions; the newest counts, and an empty one means the first texts.
#include "platform/db/database.h"
#include "platform/text/language.h"
#include "sharing/school_text.h"
#include "visit/policy.h"

namespace sharing {

struct TextRow {
    int version;
    std::string points, steps;
    base::Moment written_at;
};
/// What stands now; nothing before a partnership wrote anything.
std::optional<TextRow> newest_text(db::Door& door);
/// Keeps own texts, or goes back to the first with empty ones; false when someone else was first.
bool write_texts(db::Write& tx, visit::Granted<visit::Action::keep_school_texts, people::Partnership> const& granted, OwnTexts const& texts, int after, base::Moment now);

} // namespace sharing

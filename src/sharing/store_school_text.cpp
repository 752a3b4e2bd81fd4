#include "sharing/store_school_text.h"

namespace sharing {

std::optional<TextRow> newest_text(db::Door& door) { return door.find<TextRow>("select version, points, steps, written_at from school_talk_texts where partnership = :partnership order by version desc limit 1", door.scope().partnership); }
bool write_texts(db::Write& tx, visit::Granted<visit::Action::keep_school_texts, people::Partnership> const& granted, OwnTexts const& texts, int after, base::Moment now) {
    auto const standing = newest_text(tx);
    if ((standing ? standing->version : 0) != after) return false;
    return tx.run("insert into school_talk_texts (partnership, version, points, steps, written_by, written_at) values (:partnership, :version, :points, :steps, :by, :now) on conflict do nothing", tx.scope().partnership, after + 1, texts.points, texts.steps, *granted.viewer().person, now) == 1;
}

} // namespace sharing

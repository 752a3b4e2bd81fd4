#include "matching/store_settings.h"

namespace matching {
namespace {
struct Row {
    std::string weights;
    int trial_weeks, version;
};
struct Areas {
    int one, other;
};
} // namespace

KeptSettings settings_of(db::Door& door) {
    auto const row = door.find<Row>("select weights, trial_weeks, version from matching_settings where partnership = :partnership", door.scope().partnership);
    if (!row) return {{}, 0};
    return {{weights_from(row->weights), row->trial_weeks}, row->version};
}
bool keep_settings(db::Write& tx, Settings const& settings, int version) {
    if (version == 0) return tx.run("insert into matching_settings (partnership, weights, trial_weeks, version) values (:partnership, :weights, :trial, 1) on conflict do nothing", tx.scope().partnership, join(settings.weights), settings.trial_weeks) == 1;
    return tx.run("update matching_settings set weights = :weights, trial_weeks = :trial, version = version + 1 where partnership = :partnership and version = :version", join(settings.weights), settings.trial_weeks, tx.scope().partnership, version) == 1;
}

Apart areas_apart(db::Door& door) {
    Apart all;
    for (auto const& row : door.list<Areas>("select one, other from areas_apart where partnership = :partnership", door.scope().partnership)) all.emplace(row.one, row.other);
    return all;
}
void set_apart(db::Write& tx, std::pair<int, int> areas) { tx.run("insert into areas_apart (partnership, one, other) values (:partnership, :one, :other) on conflict do nothing", tx.scope().partnership, areas.first, areas.second); }
void bring_together(db::Write& tx, std::pair<int, int> areas) { tx.run("delete from areas_apart where partnership = :partnership and one = :one and other = :other", tx.scope().partnership, areas.first, areas.second); }

Yardstick yardstick(db::Door& door, base::Date today) { return {today, settings_of(door).settings.weights, areas_apart(door)}; }

} // namespace matching

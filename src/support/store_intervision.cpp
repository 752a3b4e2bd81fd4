#include "support/store_intervision.h"

#include "matching/store_match.h"

#include <algorithm>
#include <map>

namespace support {
namespace {
constexpr std::string_view columns = "select id, kind, begins_at, minutes, place, link, cancelled_at, notes, notes_for, noted_at from intervisions where partnership = :partnership ";
constexpr std::string_view answer_columns = "select intervision, person, coming, sequence, theme, own_theme, topic, was_there from intervision_answers where partnership = :partnership ";

/// The place of a sealed value: one row for each meeting and person, whose key it has.
confidentiality::Place at(char const* column, IntervisionId const& id) { return {"intervision_answers", column, id.value()}; }
confidentiality::Place notes_at(IntervisionId const& id) { return {"intervisions", "notes", id.value()}; }
/// Notes are of a meeting and of nobody: they have a key of their own, under its id.
visit::PersonId key_holder(IntervisionId const& id) { return visit::PersonId{id.value()}; }
} // namespace

void plan(db::Write& tx, IntervisionId const& id, PlannedIntervision const& planned, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into intervisions (id, partnership, kind, begins_at, minutes, place, link, planned_by, planned_at, notes) values (:id, :partnership, :kind, :begins, :minutes, :place, :link, :by, :now, '')", id, tx.scope().partnership, planned.kind, planned.begins, planned.minutes, planned.place, planned.link, by, now);
}
bool cancel(db::Write& tx, IntervisionId const& id, base::Moment now) { return tx.run("update intervisions set cancelled_at = :now where partnership = :partnership and id = :id and cancelled_at is null and begins_at > :now", now, tx.scope().partnership, id) == 1; }
void make_notes_key(confidentiality::Keyring& keys, IntervisionId const& id) { keys.create(key_holder(id)); }
void keep_afterwards(db::Write& tx, confidentiality::Keyring& keys, IntervisionId const& id, std::vector<visit::PersonId> const& there, std::string const& notes, NotesFor whom, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    tx.run("update intervisions set notes = :notes, notes_for = :whom, noted_at = :now where partnership = :partnership and id = :id", notes.empty() ? confidentiality::Sealed{} : keys.seal({key_holder(id)}, notes_at(id), notes), whom, now, partnership, id);
    tx.run("update intervision_answers set was_there = 0 where partnership = :partnership and intervision = :id", partnership, id);
    for (auto const& person : there) tx.run("insert into intervision_answers (partnership, intervision, person, sequence, own_theme, topic, was_there) values (:partnership, :id, :person, 0, '', '', 1) on conflict (partnership, intervision, person) do update set was_there = 1", partnership, id, person);
}
std::string notes_of(confidentiality::Keyring& keys, IntervisionRow const& row) { return row.notes.empty() ? std::string{} : keys.open(row.notes, notes_at(row.id)).value_or(""); }
std::optional<IntervisionRow> find_intervision(db::Door& door, IntervisionId const& id) { return door.find<IntervisionRow>(std::string{columns} + "and id = :id", door.scope().partnership, id); }
std::vector<IntervisionRow> intervisions(db::Door& door) { return door.list<IntervisionRow>(std::string{columns} + "order by begins_at desc, id", door.scope().partnership); }

bool say_coming(db::Write& tx, IntervisionId const& id, visit::PersonId const& person, bool coming) {
    auto const before = coming_of(tx, id, person);
    tx.run("insert into intervision_answers (partnership, intervision, person, coming, sequence, own_theme, topic) values (:partnership, :id, :person, :coming, 0, '', '') on conflict (partnership, intervision, person) do update set coming = :coming, sequence = intervision_answers.sequence + 1", tx.scope().partnership, id, person, coming);
    return coming != (before && before->coming.value_or(false));
}
void keep_topic(db::Write& tx, confidentiality::Keyring& keys, IntervisionId const& id, visit::PersonId const& person, Topic const& topic) {
    auto sealed = [&](char const* column, std::string const& words) { return words.empty() ? confidentiality::Sealed{} : keys.seal({person}, at(column, id), words); };
    tx.run("insert into intervision_answers (partnership, intervision, person, sequence, theme, own_theme, topic) values (:partnership, :id, :person, 0, :theme, :own, :topic) on conflict (partnership, intervision, person) do update set theme = :theme, own_theme = :own, topic = :topic", tx.scope().partnership, id, person, topic.theme, sealed("own_theme", topic.own_theme), sealed("topic", topic.words));
}
std::vector<ComingRow> coming_to(db::Door& door, IntervisionId const& id) { return door.list<ComingRow>(std::string{answer_columns} + "and intervision = :id order by person", door.scope().partnership, id); }
std::optional<ComingRow> coming_of(db::Door& door, IntervisionId const& id, visit::PersonId const& person) { return door.find<ComingRow>(std::string{answer_columns} + "and intervision = :id and person = :person", door.scope().partnership, id, person); }
std::string theme_of(confidentiality::Keyring& keys, ComingRow const& row, text::Language language) {
    if (row.theme) return text::say(name(*row.theme), language);
    return row.own_theme.empty() ? "" : keys.open(row.own_theme, at("own_theme", row.intervision)).value_or("");
}
std::vector<std::string> themes_for_all(db::Door& door, confidentiality::Keyring& keys, IntervisionId const& id, text::Language language) {
    std::vector<std::string> all;
    for (auto const& row : coming_to(door, id))
        if (auto theme = theme_of(keys, row, language); !theme.empty()) all.push_back(std::move(theme));
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return text::sort_key(a) < text::sort_key(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Offered offered_now(db::Door& door, base::Moment now) {
    std::map<visit::PersonId, base::Moment> since;
    for (auto const& match : matching::all_together(door)) {
        since.emplace(match.buddy, match.begun_at);
        if (match.partner) since.emplace(*match.partner, match.begun_at);
    }
    auto const held = door.column<base::Moment>("select begins_at from intervisions where partnership = :partnership and kind = 'intervision' and cancelled_at is null and begins_at <= :now", door.scope().partnership, now);
    Offered all;
    for (auto const& [person, from] : since) {
        all.held.push_back(static_cast<int>(std::count_if(held.begin(), held.end(), [&](auto const& begins) { return begins >= from; })));
        if (still_open(all.held.back()) > 0 && (!all.since || from < *all.since)) all.since = from;
    }
    return all;
}
std::optional<base::Moment> next_planned(db::Door& door, base::Moment now) { return door.one<base::Moment>("select min(begins_at) from intervisions where partnership = :partnership and kind = 'intervision' and cancelled_at is null and begins_at > :now", door.scope().partnership, now); }

} // namespace support

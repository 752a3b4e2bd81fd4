#include "training/store_tips.h"

namespace training {
namespace {
struct Row {
    TipId id;
    confidentiality::Sealed top, tip;
};
struct Old {
    EveningId evening;
    base::Moment begins_at;
};
visit::PersonId key_holder(EveningId const& evening) { return visit::PersonId{evening.value()}; }
} // namespace

void make_tips_key(confidentiality::Keyring& keys, EveningId const& evening) { keys.create(key_holder(evening)); }
bool give_tip(db::Write& tx, confidentiality::Keyring& keys, TipId const& id, EveningId const& evening, visit::PersonId const& person, Tip const& tip) {
    auto const& partnership = tx.scope().partnership;
    if (tx.run("insert into tips_given (partnership, evening, person) values (:partnership, :evening, :person) on conflict do nothing", partnership, evening, person) == 0) return false;
    tx.run("insert into tips (id, partnership, evening, top, tip) values (:id, :partnership, :evening, :top, :tip)", id, partnership, evening, keys.seal({key_holder(evening)}, {"tips", "top", id.value()}, tip.top), keys.seal({key_holder(evening)}, {"tips", "tip", id.value()}, tip.tip));
    // both written again in an order of their own: else the place of a row in the file would tell whose it is
    auto const all = tx.list<Row>("select id, top, tip from tips where partnership = :partnership and evening = :evening order by id", partnership, evening);
    auto const who = tx.column<visit::PersonId>("select person from tips_given where partnership = :partnership and evening = :evening order by person", partnership, evening);
    for (auto const* table : {"tips", "tips_given"}) tx.run(std::string{"delete from "} + table + " where partnership = :partnership and evening = :evening", partnership, evening);
    for (auto const& row : all) tx.run("insert into tips (id, partnership, evening, top, tip) values (:id, :partnership, :evening, :top, :tip)", row.id, partnership, evening, row.top, row.tip);
    for (auto const& one : who) tx.run("insert into tips_given (partnership, evening, person) values (:partnership, :evening, :person)", partnership, evening, one);
    return true;
}
bool gave_tip(db::Door& door, EveningId const& evening, visit::PersonId const& person) {
    return door.one<std::int64_t>("select count(*) from tips_given where partnership = :partnership and evening = :evening and person = :person", door.scope().partnership, evening, person).value_or(0) > 0;
}
std::size_t tips_count(db::Door& door, EveningId const& evening) { return static_cast<std::size_t>(door.one<std::int64_t>("select count(*) from tips where partnership = :partnership and evening = :evening", door.scope().partnership, evening).value_or(0)); }
std::vector<Tip> tips_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, TipsGrant const&) {
    std::vector<Tip> all;
    if (tips_count(door, evening) < tips_shown_from) return all;
    for (auto const& row : door.list<Row>("select id, top, tip from tips where partnership = :partnership and evening = :evening order by id", door.scope().partnership, evening))
        all.push_back({keys.open(row.top, {"tips", "top", row.id.value()}).value_or(""), keys.open(row.tip, {"tips", "tip", row.id.value()}).value_or("")});
    return all;
}

void add_improvement(db::Write& tx, ImprovementId const& id, EveningId const& evening, Improvement const& improvement, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into improvements (id, partnership, evening, about, words, written_by, written_at) values (:id, :partnership, :evening, :about, :words, :by, :now) on conflict do nothing", id, tx.scope().partnership, evening, improvement.about, improvement.words, by, now);
}
std::vector<ImprovementRow> improvements_of(db::Door& door, EveningId const& evening) {
    return door.list<ImprovementRow>("select id, about, words, written_by, written_at from improvements where partnership = :partnership and evening = :evening order by written_at, id", door.scope().partnership, evening);
}

std::vector<EveningId> tips_past(db::Door& door, base::Date today) {
    std::vector<EveningId> past;
    for (auto const& row : door.list<Old>("select e.id, e.begins_at from evenings e where e.partnership = :partnership and exists (select 1 from tips t where t.partnership = e.partnership and t.evening = e.id and (t.top <> '' or t.tip <> ''))", door.scope().partnership))
        if (tips_past(base::local_date(row.begins_at), today)) past.push_back(row.evening);
    return past;
}

} // namespace training

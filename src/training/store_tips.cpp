#include "training/store_tips.h"

#include "training/store_evening_key.h"

namespace training {
namespace {
struct Row {
    TipId id;
    confidentiality::Sealed top, tip;
};
constexpr std::string_view wish = "select i.id, e.number, i.part, i.about, i.words, d.name from improvements i join evenings e on e.partnership = i.partnership and e.id = i.evening join editions d on d.partnership = e.partnership and d.id = e.edition where i.partnership = :partnership";
} // namespace

bool give_tip(db::Write& tx, confidentiality::Keyring& keys, TipId const& id, EveningId const& evening, visit::PersonId const& person, Tip const& tip) {
    auto const& partnership = tx.scope().partnership;
    if (tx.run("insert into tips_given (partnership, evening, person) values (:partnership, :evening, :person) on conflict do nothing", partnership, evening, person) == 0) return false;
    tx.run("insert into tips (id, partnership, evening, top, tip) values (:id, :partnership, :evening, :top, :tip)", id, partnership, evening, keys.seal({key_of(evening)}, {"tips", "top", id.value()}, tip.top), keys.seal({key_of(evening)}, {"tips", "tip", id.value()}, tip.tip));
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
    tx.run("insert into improvements (id, partnership, evening, part, about, words, written_by, written_at) values (:id, :partnership, :evening, :part, :about, :words, :by, :now) on conflict do nothing", id, tx.scope().partnership, evening, improvement.part, improvement.about, improvement.words, by, now);
}
std::vector<ImprovementRow> improvements_of(db::Door& door, EveningId const& evening) {
    return door.list<ImprovementRow>("select id, part, about, words, written_by, written_at, taken_up_in from improvements where partnership = :partnership and evening = :evening order by written_at, id", door.scope().partnership, evening);
}

std::vector<Wish> wishes(db::Door& door) { return door.list<Wish>(std::string{wish} + " and i.taken_up_in is null order by e.number, i.written_at, i.id", door.scope().partnership); }
std::vector<Wish> taken_up_in(db::Door& door, int version) { return door.list<Wish>(std::string{wish} + " and i.taken_up_in = :version order by e.number, i.written_at, i.id", door.scope().partnership, version); }
void take_up(db::Write& tx, std::vector<ImprovementId> const& ids, int version) {
    for (auto const& id : ids) tx.run("update improvements set taken_up_in = :version where partnership = :partnership and id = :id and taken_up_in is null", version, tx.scope().partnership, id);
}

} // namespace training

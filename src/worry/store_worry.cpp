#include "worry/store_worry.h"

namespace worry {
namespace {
constexpr std::string_view columns = "select id, reported_by, reported_at, parent_knows, words, reach, taken_up_at, closed_at from worries ";

/// A worry has a key of its own in the key store, under its id.
visit::PersonId key_holder(WorryId const& id) { return visit::PersonId{id.value()}; }

using Text = confidentiality::Confidential<Worry, visit::Action::handle_worry>;
} // namespace

void make_key(confidentiality::Keyring& keys, WorryId const& id) { keys.create(key_holder(id)); }
void destroy_key(confidentiality::Keyring& keys, WorryId const& id, base::Moment now) { keys.destroy(key_holder(id), now); }

void add(db::Write& tx, confidentiality::Keyring& keys, WorryId const& id, visit::PersonId const& by, Told const& told, base::Moment now) {
    tx.run("insert into worries (id, partnership, reported_by, reported_at, parent_knows, words, reach) values (:id, :partnership, :by, :now, :knows, :words, :reach)", id, tx.scope().partnership, by, now, told.parent_knows, keys.seal({key_holder(id)}, {"worries", "words", id.value()}, told.words),
           keys.seal({key_holder(id)}, {"worries", "reach", id.value()}, told.reach));
}
std::vector<Entry> list(db::Door& door, visit::Granted<visit::Action::handle_worry, people::Partnership> const& granted) {
    return door.list<Entry>(std::string{columns} + "where partnership = :partnership and erased_at is null order by case when closed_at is null then 0 else 1 end, reported_at desc, id", granted.record());
}
std::optional<Entry> find(db::Door& door, WorryId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id and erased_at is null", door.scope().partnership, id); }
std::string words(confidentiality::Keyring& keys, Entry const& entry, HandleGrant const& granted) { return Text{entry.id, entry.words, "worries", "words"}.open(granted, keys).value_or(""); }
std::string reach(confidentiality::Keyring& keys, Entry const& entry, HandleGrant const& granted) { return Text{entry.id, entry.reach, "worries", "reach"}.open(granted, keys).value_or(""); }

std::vector<StepRow> steps(db::Door& door, HandleGrant const& granted) {
    return door.list<StepRow>("select id, taken_at, taken_by, words, held_on, code from worry_steps where partnership = :partnership and worry = :worry order by taken_at, id", door.scope().partnership, granted.record());
}
std::string words(confidentiality::Keyring& keys, StepRow const& step, HandleGrant const&) { return keys.open(step.words, {"worry_steps", "words", step.id.value()}).value_or(""); }
void add_step(db::Write& tx, confidentiality::Keyring& keys, HandleGrant const& granted, StepId const& id, StepTaken const& taken, base::Moment now) {
    tx.run("insert into worry_steps (id, partnership, worry, taken_at, taken_by, words, held_on, code) values (:id, :partnership, :worry, :now, :by, :words, :held_on, :code)", id, tx.scope().partnership, granted.record(), now, *granted.viewer().person, keys.seal({key_holder(granted.record())}, {"worry_steps", "words", id.value()}, taken.words), taken.on, taken.code);
}
bool take_up(db::Write& tx, HandleGrant const& granted, base::Moment now) {
    return tx.run("update worries set taken_up_at = :now, taken_up_by = :by where partnership = :partnership and id = :id and taken_up_at is null", now, *granted.viewer().person, tx.scope().partnership, granted.record()) == 1;
}
void close(db::Write& tx, HandleGrant const& granted, base::Moment now) { tx.run("update worries set closed_at = :now where partnership = :partnership and id = :id and closed_at is null", now, tx.scope().partnership, granted.record()); }
void reopen(db::Write& tx, HandleGrant const& granted) { tx.run("update worries set closed_at = null where partnership = :partnership and id = :id", tx.scope().partnership, granted.record()); }
void erase(db::Write& tx, HandleGrant const& granted, base::Moment now) {
    tx.run("delete from worry_steps where partnership = :partnership and worry = :id", tx.scope().partnership, granted.record());
    tx.run("update worries set words = '', reach = '', reported_by = '', parent_knows = 'ja', taken_up_at = coalesce(taken_up_at, :now), taken_up_by = null, closed_at = coalesce(closed_at, :now), erased_at = :now where partnership = :partnership and id = :id", now, tx.scope().partnership, granted.record());
}
std::optional<base::Moment> waiting_since(db::Door& door) { return door.one<base::Moment>("select min(reported_at) from worries where partnership = :partnership and taken_up_at is null and erased_at is null", door.scope().partnership); }

} // namespace worry

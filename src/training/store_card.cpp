#include "training/store_card.h"

namespace training {
namespace {

struct Kept {
    CardId id;
    CardKind kind;
    std::string words;
};
CardRow row(Kept kept) { return {kept.id, {kept.kind, std::move(kept.words)}}; }

} // namespace

std::vector<CardRow> own_cards(db::Door& door) {
    std::vector<CardRow> all;
    for (auto& kept : door.list<Kept>("select id, kind, words from cards where partnership = :partnership and removed_at is null order by made_at, id", door.scope().partnership)) all.push_back(row(std::move(kept)));
    return all;
}
std::optional<CardRow> find_card(db::Door& door, CardId const& id) {
    auto kept = door.find<Kept>("select id, kind, words from cards where partnership = :partnership and id = :id and removed_at is null", door.scope().partnership, id);
    return kept ? std::optional{row(std::move(*kept))} : std::nullopt;
}
void add_card(db::Write& tx, CardId const& id, CardText const& card, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into cards (id, partnership, kind, words, made_by, made_at) values (:id, :partnership, :kind, :words, :by, :now)", id, tx.scope().partnership, card.kind, card.words, by, now);
}
bool change_card(db::Write& tx, CardId const& id, CardText const& card) { return tx.run("update cards set kind = :kind, words = :words where partnership = :partnership and id = :id and removed_at is null", card.kind, card.words, tx.scope().partnership, id) > 0; }
void remove_card(db::Write& tx, CardId const& id, base::Moment now) { tx.run("update cards set removed_at = :now where partnership = :partnership and id = :id and removed_at is null", now, tx.scope().partnership, id); }

std::set<std::string> cards_put_aside(db::Door& door) {
    auto const names = door.column<std::string>("select card from cards_put_aside where partnership = :partnership order by card", door.scope().partnership);
    return {names.begin(), names.end()};
}
void put_card_aside(db::Write& tx, std::string const& name, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into cards_put_aside (partnership, card, put_by, put_at) values (:partnership, :card, :by, :now) on conflict do nothing", tx.scope().partnership, name, by, now);
}
void use_card_again(db::Write& tx, std::string const& name) { tx.run("delete from cards_put_aside where partnership = :partnership and card = :card", tx.scope().partnership, name); }

} // namespace training

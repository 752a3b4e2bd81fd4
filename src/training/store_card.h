#pragma once
// The partnership's own cards in the database, and which standard ones it put aside. An own card that was taken away stays, unseen.
#include "platform/db/database.h"
#include "training/card.h"
#include "visit/viewer.h"

#include <optional>
#include <vector>

namespace training {

struct CardRow {
    CardId id;
    CardText text;
};
/// The own cards that stand, the oldest first.
std::vector<CardRow> own_cards(db::Door& door);
std::optional<CardRow> find_card(db::Door& door, CardId const& id);
void add_card(db::Write& tx, CardId const& id, CardText const& card, visit::PersonId const& by, base::Moment now);
/// Changes what stands on a card; nothing, and false, when it was taken away.
bool change_card(db::Write& tx, CardId const& id, CardText const& card);
void remove_card(db::Write& tx, CardId const& id, base::Moment now);

/// The names of the standard cards that the partnership does not use.
std::set<std::string> cards_put_aside(db::Door& door);
/// Puts a standard card aside; nothing changes when it is already.
void put_card_aside(db::Write& tx, std::string const& name, visit::PersonId const& by, base::Moment now);
/// Uses a standard card again.
void use_card_again(db::Write& tx, std::string const& name);

} // namespace training

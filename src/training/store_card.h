#pragma once
// The partnership's own cards in the database. A card that was taken away stays, unseen.
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

} // namespace training

#pragma once
// Tips and tops in the database, sealed with a key of the evening, so that they belong to nobody and can go by themselves.
#include "training/store_edition.h"
#include "training/tip.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace training {

struct ImprovementRow {
    ImprovementId id;
    std::string about, words;
    visit::PersonId written_by;
    base::Moment written_at;
};
using TipsGrant = visit::Granted<visit::Action::improve_training, Evening>;

/// Makes the key under which the tips of an evening are sealed; before the first is written.
void make_tips_key(confidentiality::Keyring& keys, EveningId const& evening);
/// Keeps what someone gave, and apart from it that someone gave; false when that was so already.
bool give_tip(db::Write& tx, confidentiality::Keyring& keys, TipId const& id, EveningId const& evening, visit::PersonId const& person, Tip const& tip);
bool gave_tip(db::Door& door, EveningId const& evening, visit::PersonId const& person);
/// How many gave something.
std::size_t tips_count(db::Door& door, EveningId const& evening);
/// What was given, in the order of random ids; nothing below `tips_shown_from`.
std::vector<Tip> tips_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, TipsGrant const& granted);

void add_improvement(db::Write& tx, ImprovementId const& id, EveningId const& evening, Improvement const& improvement, visit::PersonId const& by, base::Moment now);
/// What was noted after an evening, oldest first.
std::vector<ImprovementRow> improvements_of(db::Door& door, EveningId const& evening);

/// Evenings whose tips have a key still and are past their term.
std::vector<EveningId> tips_past(db::Door& door, base::Date today);

} // namespace training

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
    std::string part, about, words;
    visit::PersonId written_by;
    base::Moment written_at;
    std::optional<int> taken_up_in; ///< the version of the programme that did something with it
};
/// A change that waits for a next version, or was taken up in one, with the group where it came up.
struct Wish {
    ImprovementId id;
    int evening;
    std::string part, about, words, group;
};
using TipsGrant = visit::Granted<visit::Action::improve_training, Evening>;

/// Keeps what someone gave, and apart from it that someone gave; false when that was so already. The key of the evening must be there.
bool give_tip(db::Write& tx, confidentiality::Keyring& keys, TipId const& id, EveningId const& evening, visit::PersonId const& person, Tip const& tip);
bool gave_tip(db::Door& door, EveningId const& evening, visit::PersonId const& person);
/// How many gave something.
std::size_t tips_count(db::Door& door, EveningId const& evening);
/// What was given, in the order of random ids; nothing below `tips_shown_from`.
std::vector<Tip> tips_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, TipsGrant const& granted);

void add_improvement(db::Write& tx, ImprovementId const& id, EveningId const& evening, Improvement const& improvement, visit::PersonId const& by, base::Moment now);
/// What was noted after an evening, oldest first.
std::vector<ImprovementRow> improvements_of(db::Door& door, EveningId const& evening);
/// What waits for a next version of the programme, of all groups, oldest first.
std::vector<Wish> wishes(db::Door& door);
/// What a version took up.
std::vector<Wish> taken_up_in(db::Door& door, int version);
/// Notes that a version did something with these; what an earlier one took up stays.
void take_up(db::Write& tx, std::vector<ImprovementId> const& ids, int version);

} // namespace training

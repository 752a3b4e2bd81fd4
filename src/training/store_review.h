#pragma once
// Who watches an evening, and what observers and trainers wrote by their guide, in the database; sealed with the key of the evening.
#include "training/guide.h"
#include "training/store_tips.h"

#include <optional>
#include <vector>

namespace training {

/// Someone who watches an evening.
struct ObserverRow {
    EveningId evening;
    visit::PersonId person;
    base::Moment appointed_at;
};
/// Appoints someone; false when that was so already.
bool appoint_observer(db::Write& tx, EveningId const& evening, visit::PersonId const& person, visit::PersonId const& by, base::Moment now);
/// The person watches no longer; what was written stays. False when that was so already.
bool end_observer(db::Write& tx, EveningId const& evening, visit::PersonId const& person, base::Moment now);
/// Who watches the evenings of an edition.
std::vector<ObserverRow> observers_of(db::Door& door, EditionId const& edition);
/// The evenings that someone watches, the newest first.
std::vector<EveningRow> watched_by(db::Door& door, visit::PersonId const& person);

struct ReviewRow {
    visit::PersonId person;
    Guide guide;
    Review answers;
    std::optional<base::Moment> handed_in_at;
};
/// Keeps what was typed so far, as long as nothing was handed in, or hands it in; the key of the evening must be there.
void keep_review(db::Write& tx, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person, Guide guide, Review const& answers, bool handed_in, base::Moment now);
/// What someone wrote of an evening, handed in or not.
std::optional<ReviewRow> review_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person, Guide guide);
/// What was handed in about an evening, for its trainers.
std::vector<ReviewRow> reviews_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, TipsGrant const& granted);

} // namespace training

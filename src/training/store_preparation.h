#pragma once
// What someone does at home before an evening, in the database: kept while typing, handed in to the trainers, taken back. Sealed with the keys of the person and of the evening.
#include "training/preparation.h"
#include "training/store_edition.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace training {

/// What someone has of the preparation of an evening.
struct HomeWork {
    EveningId evening;
    HomeAnswers draft, answers;
    std::optional<base::Moment> handed_in_at;
};
/// Keeps what was typed so far; the key of the evening must be there.
void keep_preparation(db::Write& tx, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person, HomeAnswers const& typed);
/// Gives it to the trainers; what was kept while typing goes.
void hand_in(db::Write& tx, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person, HomeAnswers const& answers, base::Moment now);
/// Makes it one's own again: trainers read it no more.
void take_back_preparation(db::Write& tx, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person);
std::optional<HomeWork> preparation_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person);
/// Who of those who take part handed in for the evenings of an edition; not what.
struct HandedIn {
    EveningId evening;
    visit::PersonId person;
};
std::vector<HandedIn> handed_in(db::Door& door, EditionId const& edition);
/// What someone handed in for an evening, for a trainer of the group; empty when nothing was, or it was taken back.
HomeAnswers answers_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, visit::Granted<visit::Action::see_participant, people::Person> const& granted);

} // namespace training

#pragma once
// Hatch for the training: learning points that their owner released to the trainers; nothing else of an interview (R8).
#include "confidentiality/store_keyring.h"
#include "platform/db/database.h"
#include "visit/policy.h"

#include <string>
#include <vector>

namespace intake {

struct LearningPoint;

struct Released {
    base::Id<LearningPoint> id;
    visit::PersonId person;
    confidentiality::Sealed words;
};
/// What these people released and did not withdraw, oldest first.
std::vector<Released> released(db::Door& door, std::vector<visit::PersonId> const& people);
/// The words of one, for who was granted seeing it.
std::string words_of(confidentiality::Keyring& keys, Released const& point, visit::Granted<visit::Action::see_learning_points, LearningPoint> const& granted);

} // namespace intake

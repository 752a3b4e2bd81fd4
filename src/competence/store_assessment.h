#pragma once
// Self-assessments in the database, sealed with the buddy's own key; read by the buddy only.
#include "competence/assessment.h"
#include "confidentiality/store_keyring.h"
#include "platform/db/database.h"

#include <vector>

namespace competence {

struct Filled {
    Moment moment;
    base::Moment filled_at;
    Answers answers;
};
/// Keeps an assessment as one sealed text of name=value lines.
void add(db::Write& tx, confidentiality::Keyring& keys, SelfAssessmentId const& id, visit::PersonId const& person, Answers const& answers, base::Moment now);
/// The own assessments, in order of time.
std::vector<Filled> of(db::Door& door, confidentiality::Keyring& keys, visit::PersonId const& person);

} // namespace competence

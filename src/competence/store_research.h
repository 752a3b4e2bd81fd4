#pragma once
// Who lets research have the own scores, and the copies of them. Only who can take the consent back today counts: a candidate or buddy of now.
#include "competence/research.h"
#include "confidentiality/store_keyring.h"
#include "platform/base/random.h"
#include "platform/db/database.h"
#include "visit/policy.h"

#include <vector>

namespace competence {

using ResearchGrant = visit::Granted<visit::Action::export_research, people::Partnership>;

/// Buddies whose consent to research stands and who filled in at least one moment, in the order of their ids.
std::vector<visit::PersonId> research_people(db::Door& door, ResearchGrant const& granted);
/// The scores of these people, each under a mark that is drawn anew at every call.
std::vector<ResearchBuddy> research_copies(db::Door& door, confidentiality::Keyring& keys, base::Random& random, std::vector<visit::PersonId> const& people, ResearchGrant const& granted);

} // namespace competence

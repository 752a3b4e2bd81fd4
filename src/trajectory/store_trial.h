#pragma once
// Trials in the database: what each of a match said at its end.
#include "matching/store_matching.h"
#include "trajectory/trial.h"

#include <optional>
#include <vector>

namespace trajectory {

using TrialGrant = visit::Granted<visit::Action::answer_trial, matching::Match>;

/// What one of a match said.
std::optional<TrialAnswer> trial_answer_of(db::Door& door, matching::MatchId const& match, visit::PersonId const& person);
/// Keeps what someone says, or what the coordinator heard; it may be said again.
void keep_trial_answer(db::Write& tx, TrialGrant const& granted, visit::PersonId const& person, TrialAnswer answer, base::Moment now);
/// The step of a live match.
TrialStep trial_step_of(db::Door& door, matching::MatchRow const& match, base::Date today);
/// Live matches whose trial has come to its end and whose people were not asked yet; they count as asked from now on.
std::vector<matching::MatchId> ask_about_trials(db::Write& tx, base::Moment now);

} // namespace trajectory

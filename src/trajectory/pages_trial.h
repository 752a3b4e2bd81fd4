#pragma once
// The trial of a match on the pages of its people and of the coordinator.
#include "matching/store_matching.h"
#include "people/post.h"
#include "reception/visit.h"

#include <vector>

namespace trajectory {

/// Until when the trial lasts, and from its end the question whether to go on.
void trial_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match);
/// For the coordinator: what each said, and what to note after a call.
void trial_desk_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match);
std::vector<reception::Route> trial_routes();
/// Writes to the people of every match whose trial has come to its end; it tells nothing.
void ask_about_ended_trials(people::Post& post, std::string const& partnership);

} // namespace trajectory

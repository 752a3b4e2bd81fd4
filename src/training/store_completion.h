#pragma once
// Hatch: the steps of one person towards a first match.
#include "platform/db/database.h"
#include "training/completion.h"
#include "visit/viewer.h"

#include <map>
#include <vector>

namespace training {

/// What a person has done of training, decision, deployment talk and VOG.
Steps steps_of(db::Door& door, visit::PersonId const& person, bool vog_required);
/// The same of each of these, in two queries for every fifty.
std::map<visit::PersonId, Steps> steps_of_all(db::Door& door, std::vector<visit::PersonId> const& whom, bool vog_required);
/// Records that someone stops, with the reason and the point on the way, as talked about on a day. The job "training.leave" about the person takes care of the groups that still meet.
void stop(db::Write& tx, visit::PersonId const& person, base::Date told_on, Reason reason, visit::PersonId const& by, base::Moment now);
/// Someone who was trained and goes on as a buddy; ready when nothing is missing before a first match.
struct GoingOn {
    visit::PersonId person;
    bool ready;
};
/// Everyone who goes on as a buddy and is one or becomes one still, in the order of the decision; without reading every evening of everyone.
std::vector<GoingOn> going_on(db::Door& door, bool vog_required);

} // namespace training

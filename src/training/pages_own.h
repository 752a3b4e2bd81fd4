#pragma once
// A participant's own page of the training: when, whether one comes, and what there is to do; invitations and calling off.
#include "people/post.h"
#include "reception/route.h"

#include <map>
#include <vector>

namespace training {

std::vector<reception::Route> own_routes();
/// Invitations for the calendar, and leaving the groups that still meet.
std::map<std::string, people::Worker> workers();

} // namespace training

#pragma once
// Letters about the training: invitations with the times, reminders, appointments to catch up, and leaving the groups that still meet.
#include "people/post.h"
#include "training/store_edition.h"

#include <map>
#include <string>

namespace training {

/// Someone leaves a group: evenings and appointments to come are called off for this person, and an address that was not used goes.
void leave_group(db::Write& tx, base::Random& random, EditionId const& edition, visit::PersonId const& person, base::Moment now);

std::map<std::string, people::Worker> workers();

} // namespace training

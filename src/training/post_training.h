#pragma once
// Letters about the training: invitations with the times, reminders, appointments to catch up, and leaving the groups that still meet.
#include "people/post.h"

#include <map>
#include <string>

namespace training {

std::map<std::string, people::Worker> workers();

} // namespace training

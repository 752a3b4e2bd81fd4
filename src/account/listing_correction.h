#pragma once
// The way from someone's page to where the coordinator corrects a name, a phone number or a mail address.
#include "people/store_people.h"
#include "reception/visit.h"

namespace account {

/// Someone who asks, offers or helps, and holds no task: people with a task change their own data themselves.
bool is_helped(db::Door& door, visit::PersonId const& person);
/// The link, when this person is one of them and the viewer is the coordinator or who stands in.
void put_correction_link(reception::Visit& v, html::Page& page, visit::PersonId const& person);

} // namespace account

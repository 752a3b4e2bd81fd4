#pragma once
// The ways (bereikbaar) that buddy and parent can give each other: a number, an address, or only the day and the place of a meeting. Mission 3a: after both yes each chooses which way to give.
#include "matching/store_offers.h"
#include "people/store_people.h"
#include "platform/html/page.h"

#include <vector>

namespace matching {

/// What someone can give, as a choice: only what we know of that person, and always the meeting alone.
std::vector<html::Option> ways_to_give(people::Known const& person);
/// What someone gives, in a few words for staff.
base::Text name(Gives gives);
/// Under a changed choice: what the other has already stays there.
base::Text what_was_given_stays(bool parent);

} // namespace matching

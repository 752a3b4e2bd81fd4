#pragma once
// Contacts in the database; they belong to a match and are seen by its two people.
#include "matching/store_matching.h"
#include "trajectory/contact.h"
#include "trajectory/trajectory.h"

#include <optional>
#include <vector>

namespace trajectory {

struct ContactRow {
    ContactId id;
    base::Date held_on;
    Way way;
    int minutes;
    bool wants_to_talk;
};
using LogGrant = visit::Granted<visit::Action::log_contact, matching::Match>;

/// Adds a contact; false when the match ended meanwhile.
bool add(db::Write& tx, LogGrant const& granted, ContactId const& id, Logged const& contact, base::Moment now);
/// The contacts of a match, newest first, for its own two people.
std::vector<ContactRow> contacts_of(db::Door& door, visit::Granted<visit::Action::see_own_trajectory, matching::Match> const& granted);
/// The day of the last contact; a date and nothing else.
std::optional<base::Date> last_contact(db::Door& door, matching::MatchId const& match);

} // namespace trajectory

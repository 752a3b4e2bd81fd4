#pragma once
// Contacts in the database; they belong to a match and are seen by its two people.
#include "matching/store_matching.h"
#include "trajectory/contact.h"
#include "trajectory/trajectory.h"

#include <map>
#include <optional>
#include <vector>

namespace trajectory {

struct ContactRow {
    ContactId id;
    base::Date held_on;
    Way way;
    int minutes;
    bool wants_to_talk;
    std::optional<visit::PersonId> logged_by;
    std::optional<base::Moment> corrected_at; ///< when the parent made it right
};
using LogGrant = visit::Granted<visit::Action::log_contact, matching::Match>;
using CorrectGrant = visit::Granted<visit::Action::correct_contact, matching::Match>;

/// Adds a contact; false when the match ended meanwhile.
bool add(db::Write& tx, LogGrant const& granted, ContactId const& id, Logged const& contact, base::Moment now);
/// The contacts of a match, newest first, for its own two people.
std::vector<ContactRow> contacts_of(db::Door& door, visit::Granted<visit::Action::see_own_trajectory, matching::Match> const& granted);
/// Makes an own contact right, or takes it away without `contact`; false when someone else logged it, or the match ended.
bool change(db::Write& tx, LogGrant const& granted, ContactId const& id, std::optional<Logged> const& contact);
/// The parent makes a contact right, or takes it away without `contact`, whoever logged it; false when it is not there any more.
bool correct(db::Write& tx, CorrectGrant const& granted, ContactId const& id, std::optional<Logged> const& contact, base::Moment now);
/// Notes that the coordinator called about every contact so far.
void note_talked(db::Write& tx, matching::MatchId const& match, base::Moment now);
/// Deletes what is past its term: the contacts of matches that ended a year ago, and what was answered later. That two met stays, as a day.
void delete_old(db::Write& tx, base::Moment now);
/// How many contacts would be deleted at a moment.
std::int64_t old(db::Door& door, base::Moment now);
/// What is known of the contacts of a match without reading one: how many, the last day, and the last day about which the buddy wants to talk and was not called yet.
struct Tally {
    matching::MatchId match;
    int contacts = 0;
    std::optional<base::Date> last, wants_to_talk;
};
/// The tally of every match that has a contact.
std::map<matching::MatchId, Tally> tallies(db::Door& door);
Tally tally_of(db::Door& door, matching::MatchId const& match);

} // namespace trajectory

#pragma once
// The course of each match in the database: rhythm, who begins, rest.
#include "matching/store_matching.h"
#include "trajectory/rhythm.h"
#include "visit/policy.h"

#include <map>

namespace trajectory {

using RhythmGrant = visit::Granted<visit::Action::keep_rhythm, matching::Match>;
using RestGrant = visit::Granted<visit::Action::rest_match, matching::Match>;

/// What a match agreed on; the defaults when nobody chose.
Course course_of(db::Door& door, matching::MatchId const& match);
/// The same of every match for which something was chosen.
std::map<matching::MatchId, Course> courses(db::Door& door);
/// The parent's choice from now on; false when the match ended meanwhile.
bool keep_rhythm(db::Write& tx, RhythmGrant const& granted, Rhythm rhythm, bool parent_begins);
/// Lets a match rest since a day; false when it rests already or ended.
bool rest(db::Write& tx, RestGrant const& granted, base::Date today);
/// Wakes a match that rests: from this day on silence counts again. False when it does not rest or ended.
bool wake(db::Write& tx, RestGrant const& granted, base::Date today);

} // namespace trajectory

#pragma once
// First meetings and nudges in the database.
#include "matching/store_matching.h"
#include "trajectory/meeting.h"

#include <optional>

namespace trajectory {

struct MeetingRow {
    MeetingId id;
    matching::MatchId match;
    base::Moment begins_at;
    MeetingPlace place;
    Introducer introduced_by;
    std::optional<base::Moment> home_agreed_at, cancelled_at;
    int sequence;
    std::optional<visit::PersonId> invited;    ///< the coordinator who has it in the calendar
    std::optional<base::Moment> introduced_at; ///< when the coordinator introduced the two
    bool waits() const { return waits_for_buddy(place, home_agreed_at.has_value()); }
};
using PlanGrant = visit::Granted<visit::Action::plan_meeting, matching::Match>;

/// The meeting of a match that stands.
std::optional<MeetingRow> meeting_of(db::Door& door, matching::MatchId const& match);
std::optional<MeetingRow> find_meeting(db::Door& door, MeetingId const& id);
/// Plans the meeting of a match, or moves the one that stands; a moved meeting at home asks the buddy again. Gives its id.
MeetingId plan(db::Write& tx, PlanGrant const& granted, MeetingId const& fresh, PlannedMeeting const& planned, base::Moment now);
/// The buddy agrees to meet at the parent's home.
void agree_home(db::Write& tx, PlanGrant const& granted, base::Moment now);
/// The coordinator introduced the two.
void note_introduced(db::Write& tx, PlanGrant const& granted, base::Moment now);
/// Notes which coordinator has a meeting in the calendar, or none any more.
void note_invited(db::Write& tx, MeetingId const& id, std::optional<visit::PersonId> const& coordinator);
/// Who introduces as the coordinator: whoever proposed this buddy and is a coordinator still, otherwise the first coordinator.
std::optional<visit::PersonId> introducing_coordinator(db::Door& door, matching::MatchRow const& match);
/// Cancels what stands and still has to come; gives its id when there was one.
std::optional<MeetingId> cancel_meeting(db::Write& tx, matching::MatchId const& match, base::Moment now);

/// The day of the last nudge to the buddy of a match.
std::optional<base::Date> last_nudge(db::Door& door, matching::MatchId const& match);
/// Notes a nudge; true for the first on that day.
bool note_nudge(db::Write& tx, matching::MatchId const& match, base::Date day);

} // namespace trajectory
